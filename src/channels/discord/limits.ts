/**
 * What Discord takes. Lengths are of UTF-16 units, the most of the ways to count: it doesn't say which is its own.
 * Names and descriptions of commands: https://docs.discord.com/developers/interactions/application-commands
 */
export const limits = {
  /** https://docs.discord.com/developers/resources/message#create-message */
  content: 2000,
  /** https://docs.discord.com/developers/components/reference: with Components V2, nested ones counted. */
  components: 40,
  /** Of all text displays together: https://github.com/discord/discord-api-docs/pull/8562 */
  displayedText: 4000,
  /**
   * Of all text displays together, in UTF-8, with 12 more for each. Beyond 10,170 the answer is a 500, which is as long as
   * 3,386 Thai characters: https://github.com/discord/discord-api-docs/issues/8554. We stay well below.
   */
  displayedBytes: 9000,
  bytesPerDisplay: 12,
  /** https://docs.discord.com/developers/components/reference#button; 34 to 38 are shown. */
  buttonLabel: 80,
  buttonUrl: 512,
  customId: 100,
  buttonsPerRow: 5,
  /** https://docs.discord.com/developers/components/reference#string-select */
  selectOptions: 25,
  optionLabel: 100,
  placeholder: 150,
  /** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-autocomplete */
  choices: 25,
  choiceName: 100,
} as const

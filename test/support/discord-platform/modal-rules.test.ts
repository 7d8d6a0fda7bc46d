import { describe, expect, it } from 'vitest'
import { TYPE } from './component-schema.ts'
import { startScene } from './scene.ts'

const input = (more: object = {}) => ({ type: TYPE.textInput, custom_id: 'reason', style: 2, ...more })
const label = (component: object, more: object = {}) => ({ type: TYPE.label, label: 'เหตุผล', component, ...more })
const modal = (components: object[], more: object = {}) => ({
  custom_id: 'v1:reason:A1',
  title: 'แจ้งปัญหา',
  components,
  ...more,
})
const labels = (count: number) => Array.from({ length: count }, (_, at) => label(input({ custom_id: `i${at}` })))
const options = (count: number) => Array.from({ length: count }, (_, at) => ({ label: `${at}`, value: `${at}` }))
const select = (more: object = {}) => ({ type: TYPE.stringSelect, custom_id: 's', options: options(2), ...more })
const group = (type: number, count: number) => ({ type, custom_id: 'g', options: options(count) })
const row = (...components: object[]) => ({ type: TYPE.actionRow, components })

const accepted: [string, object][] = [
  ['five labels', modal(labels(5))],
  ['a title of 45 characters', modal(labels(1), { title: 'ก'.repeat(45) })],
  [
    'a label of 45 and its description of 100',
    modal([label(input(), { label: 'ก'.repeat(45), description: 'ก'.repeat(100) })]),
  ],
  ['an input up to 4,000', modal([label(input({ min_length: 0, max_length: 4000, value: 'ก'.repeat(4000) }))])],
  [
    'a select, a radio group, checkboxes',
    modal([
      label(select()),
      label({ ...group(TYPE.radioGroup, 10) }),
      label({ ...group(TYPE.checkboxGroup, 1), custom_id: 'c' }),
    ]),
  ],
  ['a text', modal([{ type: TYPE.textDisplay, content: 'why' }, ...labels(1)])],
  ['an input in a row, as of old', modal([row(input({ label: 'Why' }))])],
]

const refused: [string, object][] = [
  ['no title', modal(labels(1), { title: '' })],
  ['a title of 46 characters', modal(labels(1), { title: 'ก'.repeat(46) })],
  ['a custom id of 101 characters', modal(labels(1), { custom_id: 'a'.repeat(101) })],
  ['no components', modal([])],
  ['six components', modal(labels(6))],
  ['a label of 46 characters', modal([label(input(), { label: 'ก'.repeat(46) })])],
  ['a description of 101 characters', modal([label(input(), { description: 'ก'.repeat(101) })])],
  ['a label without a component', modal([{ type: TYPE.label, label: 'x' }])],
  ['an input on its own', modal([input()])],
  ['an input beyond 4,000', modal([label(input({ max_length: 4001 }))])],
  ['lengths the wrong way round', modal([label(input({ min_length: 5, max_length: 4 }))])],
  ['a value that doesn’t fit', modal([label(input({ max_length: 3, value: 'four' }))])],
  ['a placeholder of 101 characters', modal([label(input({ placeholder: 'ก'.repeat(101) }))])],
  ['a custom id used twice', modal([...labels(1), ...labels(1)])],
  ['a select that is disabled', modal([label(select({ disabled: true }))])],
  ['a required select that may be empty', modal([label(select({ min_values: 0 }))])],
  ['a radio group of one', modal([label(group(TYPE.radioGroup, 1))])],
  ['eleven checkboxes', modal([label(group(TYPE.checkboxGroup, 11))])],
  ['a button', modal([row({ type: TYPE.button, style: 2, custom_id: 'b', label: 'x' })])],
  ['an input in a row without its label', modal([row(input())])],
]

async function show(data: object): Promise<number | string> {
  await using scene = await startScene()
  const { platform, user, channel } = scene
  scene.answer(({ client, id, token }) =>
    client.rest.post(`/interactions/${id}/${token}/callback`, { body: { type: 9, data }, auth: false }),
  )
  const asked = platform.command({ user, channel, name: 'ask' })
  await platform.until(() => scene.outcomes.length === 1)
  expect(asked.modal !== undefined).toBe(scene.outcomes[0] === 'done')
  return scene.outcomes[0]!
}

describe('a modal', () => {
  it.each(accepted)('may have %s', async (_, data) => expect(await show(data)).toBe('done'))
  it.each(refused)('may not have %s', async (_, data) => expect(await show(data)).toBe(50_035))
})

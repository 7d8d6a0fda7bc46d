import { expect, it } from 'vitest'
import { stemOf } from '../../../src/answer/verify/stem.ts'

it.each([
  ['sign signs signed signing'],
  ['replace replaces replaced replacing'],
  ['promote promotes promoted promoting'],
  ['party parties'],
  ['agency agencies'],
  ['notify notifies notified'],
  ['box boxes'],
  ['launch launches launched launching'],
  ['process processes'],
  ['minister ministers minister’s ministers’'],
  ["ministry ministries ministry's"],
  ['mou mous'],
  ['expert experts expert’s'],
])('the forms of one English word have one stem: %s', (forms) => {
  expect(new Set(forms.split(' ').map(stemOf)).size).toBe(1)
})

it.each([
  ['sign', 'sing'],
  ['approve', 'improve'],
  ['open', 'opine'],
  ['need', 'new'],
  ['party', 'part'],
  ['ministry', 'minister'],
  ['extend', 'extent'],
  ['thing', 'this'],
  ['bed', 'bing'],
])('different words keep different stems: %s and %s', (one, other) => {
  expect(stemOf(one)).not.toBe(stemOf(other))
})

it.each(['ลงนาม', 'กระทรวง', 'ที่', '署名', 'デジタル', 'され', '5g', 'is', 'mic', ''])('leaves as it is: %s', (word) => {
  expect(stemOf(word)).toBe(word)
})

import { describe, expect, it } from 'vitest'
import { dateTable, whatItSays } from '../support/date-table.ts'

describe('readDates in English', () => {
  it.each(
    dateTable(`
      5 August 2022 => 2022-08-05 G
      5 august 2022 => 2022-08-05 G
      05 August 2022 => 2022-08-05 G
      5 August, 2022 => 2022-08-05 G
      5\u00a0August\u00a02022 => 2022-08-05 G
      5 Aug 2022 => 2022-08-05 G
      5 Aug. 2022 => 2022-08-05 G
      5 Aug. '22 => 2022-08-05 G
      5 Aug ’22 => 2022-08-05 G
      5 Aug 22 => 2022-08-05 G
      5 Aug 65 => 1965-08-05 - 2022-08-05
      5-Aug-2022 => 2022-08-05 G
      5-Aug-22 => 2022-08-05 G
      5th August 2022 => 2022-08-05 G
      5th of August 2022 => 2022-08-05 G
      5th of August, 2022 => 2022-08-05 G
      the 5th of August 2022 => 2022-08-05 G
      the fifth of August 2022 => 2022-08-05 G
      the thirty-first of August => --08-31 -
      August 5, 2022 => 2022-08-05 G
      August 5 2022 => 2022-08-05 G
      August 5th, 2022 => 2022-08-05 G
      August the 5th, 2022 => 2022-08-05 G
      August fifth, 2022 => 2022-08-05 G
      Aug 5 2022 => 2022-08-05 G
      Aug. 5, 2022 => 2022-08-05 G
      Aug. 5,2022 => 2022-08-05 G
      AUGUST 5, 2022 => 2022-08-05 G
      Sept. 1, 2022 => 2022-09-01 G
      Friday, 5 August 2022 => 2022-08-05 G
      Fri 5 Aug 2022 => 2022-08-05 G
      Friday, August 5, 2022 => 2022-08-05 G
      Tuesday the 2nd of August 2022 => 2022-08-02 G
      2022 August 5 => 2022-08-05 G
      5 August B.E. 2565 => 2022-08-05 B
      5 August BE 2565 => 2022-08-05 B
      5 August 2565 BE => 2022-08-05 B
      5 August 2565 => 2022-08-05 B
      5 August Reiwa 4 => 2022-08-05 J
      7 June Heisei 29 => 2017-06-07 J
      5 August 2022 AD => 2022-08-05 G
      12 October 1492 => 1492-10-12 G
      5 August => --08-05 -
      August 5 => --08-05 -
      Aug 5th => --08-05 -
      on the 5th of August => --08-05 -
      signed on the 5th. => ---05 -
      May 5 => --05-05 -
      5 may 2022 => 2022-05-05 G
    `),
  )('reads the day in %s', (text, says) => {
    expect(whatItSays(text)).toBe(says)
  })

  it.each(
    dateTable(`
      1 Jan 2022 => 2022-01-01 G
      1 Feb 2022 => 2022-02-01 G
      1 Mar 2022 => 2022-03-01 G
      1 Apr 2022 => 2022-04-01 G
      1 May 2022 => 2022-05-01 G
      1 Jun 2022 => 2022-06-01 G
      1 Jul 2022 => 2022-07-01 G
      1 Sep 2022 => 2022-09-01 G
      1 Oct 2022 => 2022-10-01 G
      1 Nov 2022 => 2022-11-01 G
      1 Dec 2022 => 2022-12-01 G
      May 2015 => 2015-05 G
      may 2015 => 2015-05 G
      In May 2015, => 2015-05 G
      mid-August 2022 => 2022-08 G
      August of 2022 => 2022-08 G
      August, 2022 => 2022-08 G
      August '22 => 2022-08 G
      Aug-2022 => 2022-08 G
      August B.E. 2565 => 2022-08 B
      signed in August => --08 -
      signed in May => --05 -
      in march => --03 -
      in 2017 => 2017 G
      2017 => 2017 G
      in 2565 => 2022 B
      the 2015 MoC => 2015 G
      the 2017 agreement => 2017 G
      the 2017 project => 2017 G
      since 2017, companies => 2017 G
      mid-2022 => 2022 G
      pre-2017 => 2017 G
      B.E. 2565 => 2022 B
      B.E.2565 => 2022 B
      b.e. 2565 => 2022 B
      BE 2565 => 2022 B
      BE2565 => 2022 B
      2565 BE => 2022 B
      2565 B.E. => 2022 B
      2565BE => 2022 B
      (B.E. 2560) => 2017 B
      2022 CE => 2022 G
      2022 C.E. => 2022 G
      CE 2022 => 2022 G
      2022 AD => 2022 G
      AD 2022 => 2022 G
      A.D. 2022 => 2022 G
      Heisei 29 => 2017 J
      heisei 29 => 2017 J
      Reiwa 4 => 2022 J
      Reiwa era year 4 => 2022 J
      Showa 64 => 1989 J
      Shōwa 64 => 1989 J
      Taishō 15 => 1926 J
      Reiwa 4 (2022) => 2022 J; 2022 G
    `),
  )('reads the month or the year in %s', (text, says) => {
    expect(whatItSays(text)).toBe(says)
  })

  it.each(
    dateTable(`
      2022-08-05 => 2022-08-05 G
      2565-08-05 => 2022-08-05 B
      2022-8-5 => 2022-08-05 G
      2022-08-05T10:00:00Z => 2022-08-05 G
      2022/8/5 => 2022-08-05 G
      2022/08/05 => 2022-08-05 G
      2022.08.05 => 2022-08-05 G
      5/8/2022 => 2022-08-05 G 2022-05-08
      05/08/2022 => 2022-08-05 G 2022-05-08
      8/8/2022 => 2022-08-08 G
      13/8/2022 => 2022-08-13 G
      8/13/2022 => 2022-08-13 G
      5-8-2022 => 2022-08-05 G 2022-05-08
      5.8.2022 => 2022-08-05 G 2022-05-08
      5/8/2565 => 2022-08-05 B
      ๕/๘/๒๕๖๕ => 2022-08-05 B
      5 / 8 / 2565 => 2022-08-05 B
      5-8-2565 => 2022-08-05 B
      5.8.2565 => 2022-08-05 B
      8/25/2565 => 2022-08-25 B
      ลงนาม 5/8/65 => 2022-08-05 - 1965-08-05
      ลงนาม 5-8-65 => 2022-08-05 - 1965-08-05
      13/8/65 => 2022-08-13 - 1965-08-13
      65/8/5 => 2022-08-05 - 1965-08-05
      2022-08 => 2022-08 G
      2022/8 => 2022-08 G
      08/2022 => 2022-08 G
      8/2565 => 2022-08 B
      วันที่ 5/8 => --08-05 - --05-08
    `),
  )('reads %s, day first', (text, says) => {
    expect(whatItSays(text)).toBe(says)
  })

  it.each(
    dateTable(`
      2〜5 August 2022 => 2022-08-02 G; 2022-08-05 G
      2-5 August 2022 => 2022-08-02 G; 2022-08-05 G
      2 to 5 August 2022 => 2022-08-02 G; 2022-08-05 G
      2nd to 5th August 2022 => 2022-08-02 G; 2022-08-05 G
      5 and 7 August 2022 => 2022-08-05 G; 2022-08-07 G
      2, 5, and 7 August 2022 => 2022-08-02 G; 2022-08-05 G; 2022-08-07 G
      August 5-7, 2022 => 2022-08-05 G; 2022-08-07 G
      August 5 and 7, 2022 => 2022-08-05 G; 2022-08-07 G
      July-August 2022 => 2022-07 G; 2022-08 G
      between June and August 2022 => 2022-06 G; 2022-08 G
      30 July to 5 August 2022 => 2022-07-30 G; 2022-08-05 G
      7 June 2017 – 7 June 2022 => 2017-06-07 G; 2022-06-07 G
      Dec 30, 2021 – Jan 5, 2022 => 2021-12-30 G; 2022-01-05 G
      2017–2022 => 2017 G; 2022 G
      2017-22 => 2017 G; 2022 G
      2022/23 => 2022 G; 2023 G
      from 2017 to 2022 => 2017 G; 2022 G
      August to 2023 => --08 -; 2023 G
      7 June and 5 August 2022 => 2022-06-07 G; 2022-08-05 G
      Heisei 29–31 => 2017 J; 2019 J
      2 Aug 2022 or 5 Aug 2022? => 2022-08-02 G; 2022-08-05 G
    `),
  )('reads every date of %s', (text, says) => {
    expect(whatItSays(text)).toBe(says)
  })

  it.each(
    dateTable(`
      29 Feb 2023 => refused
      February 29, 2023 => refused
      31 April => refused
      April 31, 2022 => refused
      2022-13-05 => refused
      2022-02-30 => refused
      13/13/2022 => refused
      31/6/2022 => refused
      Showa 70 => refused
      Heisei 40 => refused
      5 August Heisei 31 => refused
      Reiwa 0 => refused
      Thursday, 5 August 2022 => refused
      7-5 August 2022 => refused
    `),
  )('refuses %s whole', (text, says) => {
    expect(whatItSays(text)).toBe(says)
  })

  it.each([
    '5G',
    '6G and Web3',
    'COVID-19',
    'https://www.thaigov.go.th/news/contents/details/57536',
    'https://example.org/2022/08/05/news',
    'soumu.go.jp/menu_news/s-news/01tsushin09_02000133.html',
    'mail2022@example.org',
    'v1.2.3',
    'version 2022.1',
    'Node 24.21.0',
    '192.168.1.1',
    '02-141-6747',
    '+66 2 141 2022',
    '59 days',
    '5 years',
    '12 companies',
    '2022 people',
    '2022 companies',
    '2000 yen',
    '$2000',
    '2100 MHz',
    '2,022',
    '2022.5',
    'ISO 2022',
    'Article 5',
    'section 2022',
    'room 2022',
    '100%',
    'the 1990s',
    'FY2022',
    'fiscal year 2022',
    '500 BC',
    'You may sign 5 copies',
    'may I ask about 5G?',
    'march 5 abreast',
    'the 5th floor',
    '24/7',
    '1/3 of it',
    '10:30',
    'MoC-2022',
    '57536',
    'it will be 2565 people',
    '1234',
    '9999',
  ])('finds no date in %s', (text) => {
    expect(whatItSays(text)).toBe('none')
  })
})

import { describe, expect, it } from 'vitest'
import { htmlToText } from '../../../src/ingest/convert/html-text.ts'

describe('htmlToText', () => {
  it('keeps headings, paragraphs, lists and rows, and decodes entities', () => {
    const html = `<h1>บันทึก <em>ความร่วมมือ</em></h1><p>ข้อ&nbsp;1 A &amp; B<br>next
      line</p><ol start="3"><li>three</li><li><p>four</p></li></ol><ul><li>point</ul>
      <table><tr><th>ปี<th>งบ<tr><td>2565<td><p>20 ล้าน</p></table>`
    expect(htmlToText(html)).toBe(
      '# บันทึก ความร่วมมือ\n\nข้อ\u00a01 A & B\nnext line\n\n3. three\n4. four\n\n- point\n\nปี | งบ\n2565 | 20 ล้าน\n',
    )
  })

  it('leaves out what is around the text, and what is not shown', () => {
    const html = `<title>T</title><body><nav>Menu</nav><header>Top</header><main><p>The text.</p><script>x()</script>
      <p hidden>no</p><aside>ad</aside><template><p>t</p></template></main><footer>Foot</footer>`
    expect(htmlToText(html)).toBe('The text.\n')
    expect(htmlToText('<article>One</article><article>Two</article>')).toBe('One\n\nTwo\n')
    expect(htmlToText('<p>a<!-- c --></p>')).toBe('a\n')
  })
})

import { expect, test } from 'vitest'
import { sentences_of } from './read_aloud'

test('a page is read heading first, each sentence once, and nothing that is hidden', () => {
  const main = document.createElement('main')
  main.innerHTML = `
    <h1>您要办什么？</h1>
    <nav><a><strong>我要投诉</strong><span>把事情告诉我们。</span></a></nav>
    <ul><li><p>第一</p></li><li>第二</li></ul>
    <p hidden>看不见</p><p aria-hidden="true">听不见</p><p>  </p>
    <label>姓名<input></label><button>继续</button>`
  expect(sentences_of(main)).toEqual(['您要办什么？', '我要投诉把事情告诉我们。', '第一', '第二', '姓名', '继续'])
})

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { at, press, read_receipt } from './harness/consumer.ts'
import { telephone } from './harness/bank.ts'
import { journey } from './harness/journey.ts'
import { modes, settled } from './harness/look.ts'

const elder_modes = [modes.elder, modes.elder_dark, { ...modes.elder, name: 'elder_en', language: 'en' }] as const

// At most three choices, letters of 24 px and more, and the telephone in sight.
async function is_for_elders(page: Page): Promise<void> {
  await settled(page)
  const found = await page.evaluate(() => {
    const bar = document.querySelector('aside a')?.getBoundingClientRect()
    return {
      choices: document.querySelectorAll('main :is(a, button, input[type=checkbox], input[type=radio], input[type=file])').length,
      letters: parseFloat(getComputedStyle(document.querySelector('main') ?? document.body).fontSize),
      help_is_seen: !!bar?.height && bar.bottom <= innerHeight + 1,
      rings: document.querySelector('aside a[href^="tel:"]')?.getAttribute('href'),
    }
  })
  assert.ok(found.choices <= 3, `${page.url()} has ${found.choices} choices`)
  assert.ok(found.letters >= 24)
  assert.equal(found.rings, `tel:${telephone.replace('-', '')}`)
  assert.ok(found.help_is_seen, `${page.url()} hides the telephone`)
}

export default journey('Elder mode from the first page to the progress of the case', async (it) => {
  const page = await it.window('/', { width: 360, height: 740 })
  await press(page, '长辈版')
  await is_for_elders(page)
  await it.look(page, 'home', elder_modes)
  await press(page, '朗读')
  await page.getByRole('button', { name: '停止朗读' }).waitFor()
  await press(page, '停止朗读')

  await page.getByRole('link', { name: /我要投诉/ }).click()
  await at(page, '/file/speaker')
  await is_for_elders(page)
  await press(page, '替家人或他人')
  await at(page, '/file/agent')
  await is_for_elders(page)
  await press(page, '其他选项')
  await is_for_elders(page)
  await press(page, '继承人')
  await is_for_elders(page)
  await page.getByLabel('您的姓名').fill(it.secret('欧阳建国'))
  await page.getByLabel('您的电话').fill(it.secret('13987654321'))
  await it.look(page, 'agent', elder_modes)
  await press(page, '继续')
  await at(page, '/file/care')
  await is_for_elders(page)
  await press(page, '满60岁')
  await at(page, '/file/what')
  await is_for_elders(page)
  await page.getByLabel('事情经过').fill('云津分行多扣了年费。')
  await it.look(page, 'what', elder_modes)
  await press(page, '继续')
  await at(page, '/file/wanted')
  await is_for_elders(page)
  await page.getByLabel('具体要求').fill('把钱退给我。')
  await press(page, '继续')
  await at(page, '/file/files')
  await is_for_elders(page)
  await it.look(page, 'files', elder_modes)
  await press(page, '继续')
  await at(page, '/file/name')
  await is_for_elders(page)
  await page.getByLabel('姓名').fill(it.secret('欧阳秀兰'))
  await press(page, '继续')
  await at(page, '/file/phone')
  await is_for_elders(page)
  await page.getByLabel('手机号码').fill(it.secret('13812345678'))
  await press(page, '继续')
  await at(page, '/file/review')
  await is_for_elders(page)
  await it.look(page, 'review', elder_modes)
  await press(page, '提交')
  await at(page, '/receipt')
  const kept = await read_receipt(page)
  await is_for_elders(page)
  await it.look(page, 'receipt', elder_modes)

  await press(page, '已记好，回首页')
  await page.getByRole('link', { name: /查进度/ }).click()
  await is_for_elders(page)
  await page.getByLabel('投诉编号').fill(kept.number)
  await press(page, '继续')
  await is_for_elders(page)
  await page.getByLabel('查询码').fill(kept.code)
  await press(page, '查看进度')
  await at(page, '/case')
  await is_for_elders(page)
  await it.look(page, 'case', elder_modes)
})

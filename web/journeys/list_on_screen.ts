// Milliseconds from choosing a state in the filters of the list of complaints to its rows on the screen, as JSON; for
// bench/list.py. XB_ASKED is {url, login, password}.
import { chromium, type Page } from 'playwright-core'

const { url, login, password } = JSON.parse(process.env.XB_ASKED ?? '') as Record<'url' | 'login' | 'password', string>
const rounds = 5

// Until the page has painted rows of that state only, or that there are none.
function choose(page: Page, value: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const select = [...document.querySelectorAll('select')].find((one) => [...one.options].some((option) => option.value === wanted))
    if (!select) throw new Error('no filter of states')
    const label = [...select.options].find((option) => option.value === wanted)?.text ?? ''
    const is_shown = () => {
      const rows = [...document.querySelectorAll<HTMLElement>('tbody tr')]
      return location.search.includes(`state=${wanted}`) && !document.querySelector('[aria-busy="true"], .loading')
        && (rows.length ? rows.every((row) => row.innerText.includes(label)) : !!document.querySelector('main .state'))
    }
    const began = performance.now()
    select.value = wanted
    select.dispatchEvent(new Event('change', { bubbles: true }))
    while (!is_shown()) await new Promise((drawn) => requestAnimationFrame(drawn))
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    return performance.now() - began
  }, value)
}

const browser = await chromium.launch({ executablePath: process.env.XB_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
await page.goto(`${url}/desk/complaints`)
await page.locator('input[autocomplete="username"]').fill(login)
await page.locator('input[autocomplete="current-password"]').fill(password)
await page.keyboard.press('Enter')
await page.getByRole('table').waitFor()
await page.getByRole('button', { name: '筛选', exact: true }).click()
await page.getByLabel('状态').waitFor()
const times: number[] = []
for (let round = 0; round < rounds; round += 1) for (const state of ['closed', 'handling', 'answered', 'withdrawn']) times.push(await choose(page, state))
await browser.close()
process.stdout.write(JSON.stringify(times))

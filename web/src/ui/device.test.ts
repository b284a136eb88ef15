import { expect, test } from 'vitest'
import { device_text } from './device'

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36'

test.each([
  [`Mozilla/5.0 (X11; Linux x86_64) ${chrome}`, 'Chrome · Linux'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/130.0.0.0`, 'Edge · Windows'],
  ['Mozilla/5.0 (Windows NT 6.1; rv:115.0) Gecko/20100101 Firefox/115.0', 'Firefox · Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Safari/605.1.15', 'Safari · macOS'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.44 Safari/605.1.15', 'WeChat · iPhone'],
  [`Mozilla/5.0 (Linux; Android 13; V2284A) ${chrome}`, 'Chrome · Android'],
  ['curl/8.5.0', 'curl/8.5.0'],
  ['a program of the bank that tells a very long story of itself', 'a program of the bank that tells a very '],
  ['', ''],
])('%s is %s', (agent, text) => expect(device_text(agent)).toBe(text))

// A bank of a journey's own: a data directory, the real program on a free port, the logins of its demo people.
// The program is XB_PROGRAM, or the release build; with XB_WEB=dist its pages are those of web/dist.
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { open_front } from '../../tools/front.ts'
import { Staff } from './staff.ts'

export type Database = 'sqlite' | 'postgres'

export interface Login { post: string, login: string, password: string, org: string }

const run = promisify(execFile)
const program = process.env.XB_PROGRAM ?? fileURLToPath(new URL('../../../build/release/xiaobao', import.meta.url))
const complaints = process.env.XB_COMPLAINTS ?? '400'

// Every bank of this run is founded this much later than it is: what the demo has waiting depends on the hour.
const founded_ahead_ms = Number(process.env.XB_HOURS_AHEAD ?? '0') * 3_600_000

// What consumers of a demo bank may ring.
export const telephone = '0571-00000000'

// The socket folder of the PostgreSQL of this test run, or nothing.
export const postgres = process.env.XB_TEST_POSTGRES

const is_in_front = process.env.XB_WEB === 'dist'

interface Founded { data: string, database?: string, logins: readonly Login[] }

// Founded once for each kind of database; each journey begins with a copy.
const founded = new Map<Database, Promise<Founded>>()
const folders: string[] = []

export class Bank {
  url = ''
  // How far the bank's clock, and with it that of each window opened since, is ahead of the machine's.
  ahead_ms = 0
  private readonly logins: ReadonlyMap<string, Login>
  private server: ChildProcess | undefined
  private front: { close: () => void } | undefined
  private readonly data: string
  // Kept, so that windows find the bank again after `end` and `begin`.
  private port = 0

  private constructor(data: string, logins: readonly Login[]) {
    this.data = data
    this.logins = new Map(logins.map((one) => [one.login, one]))
  }

  static async open(database: Database): Promise<Bank> {
    if (!existsSync(program)) throw new Error(`no program at ${program}: ./dev build, or XB_PROGRAM`)
    const first = founded.get(database) ?? Bank.found(join(new_folder(), 'data'), database === 'postgres' ? new_database() : undefined)
    founded.set(database, first)
    const bank = new Bank(copy(await first), (await first).logins)
    await bank.begin()
    return bank
  }

  // A bank whose server has counted and indexed all of it.
  private static async found(data: string, database?: string): Promise<Founded> {
    const told = ['init', '--data', data, '--demo', '--complaints', complaints, '--json', ...(database ? ['--database', address_of(database)] : [])]
    const { logins } = JSON.parse((await run(program, told, { env: { ...process.env, ...later(founded_ahead_ms) } })).stdout) as { logins: Login[] }
    const bank = new Bank(data, logins)
    await bank.begin()
    try {
      await has_read_all(bank)
    } finally {
      await bank.end()
    }
    return { data, logins, ...(database ? { database } : {}) }
  }

  // Also begins again after `end`, on the same data; `ahead_ms` later than it is, so that what takes days need not be
  // waited for. From there on time passes as it does.
  async begin(ahead_ms = founded_ahead_ms): Promise<void> {
    this.ahead_ms = ahead_ms
    const server = spawn(program, ['serve', '--data', this.data, '--listen', `127.0.0.1:${is_in_front ? 0 : this.port}`], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...later(ahead_ms) } })
    this.server = server
    const port = await new Promise<string>((ready, failed) => {
      server.once('exit', (code) => { failed(new Error(`the server ended with ${code}`)) })
      createInterface({ input: server.stdout }).once('line', (line) => {
        const found_port = /port (\d+)/.exec(line)?.[1]
        if (found_port) ready(found_port)
        else failed(new Error(line))
      })
    })
    this.url = `http://127.0.0.1:${port}`
    if (is_in_front) {
      const front = await open_front(this.url, this.port)
      this.front = front
      this.url = front.url
    }
    this.port = Number(new URL(this.url).port)
  }

  // Limits of the bank's own (docs/formats/clocks.md), from the next `begin` on.
  keep_limits(rules: string): void {
    mkdirSync(join(this.data, 'clocks'), { recursive: true })
    writeFileSync(join(this.data, 'clocks', 'bank.toml'), rules)
  }

  // Whose post asks for a second factor sets one, from the next `begin` on; a demo bank does without.
  ask_second_factor(): void {
    change(this.data, 'second_factor = "off"', 'second_factor = "by_post"')
  }

  async end(): Promise<void> {
    this.front?.close()
    const server = this.server
    if (server?.exitCode !== null || !server) return
    const ended = new Promise((done) => server.once('exit', done))
    server.kill('SIGTERM')
    await ended
  }

  // So many days after the bank's today, as the server takes it: 2026-11-23.
  date_in(days: number): string {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + this.ahead_ms + days * 86_400_000))
  }

  login(name: string): Login {
    const found_login = this.logins.get(name)
    if (!found_login) throw new Error(`the demo has no ${name}, only ${[...this.logins.keys()].join(' ')}`)
    return found_login
  }
}

// The machine's time moved by libfaketime, for this program only.
function later(ahead_ms: number): Record<string, string> {
  if (!ahead_ms) return {}
  const [library] = globSync('/usr/lib/*/faketime/libfaketimeMT.so.1')
  if (!library) throw new Error('faketime is not installed')
  return { LD_PRELOAD: library, FAKETIME: `+${Math.round(ahead_ms / 1000)}`, FAKETIME_DONT_FAKE_MONOTONIC: '1' }
}

export function remove_folders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

function new_folder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xiaobao-journey-'))
  folders.push(folder)
  return folder
}

// Until nothing of the log is unread to the search and the counts rest.
async function has_read_all(bank: Bank): Promise<void> {
  const staff = await Staff.sign_in(bank, 'officer')
  let place: unknown
  for (let times = 0; times < 600; times++) {
    const { unread } = (await staff.ask('POST', '/api/search', { text: bank.login('officer').login })).body
    const { as_of_place } = await staff.get('/api/complaints/counts')
    if (unread === 0 && as_of_place === place) return staff.leave()
    place = as_of_place
    await new Promise((later) => setTimeout(later, 200))
  }
  throw new Error('the bank was founded, but its log is not read')
}

// Data and database of a bank as it was founded, under names of their own.
function copy(first: Founded): string {
  const data = join(new_folder(), 'data')
  cpSync(first.data, data, { recursive: true })
  if (first.database) change(data, address_of(first.database), address_of(new_database(first.database)))
  return data
}

function change(data: string, before: string, after: string): void {
  const configuration = join(data, 'xiaobao.toml')
  const text = readFileSync(configuration, 'utf8')
  if (!text.includes(before)) throw new Error(`xiaobao.toml does not say ${before}`)
  writeFileSync(configuration, text.replace(before, after))
}

const address_of = (database: string) => `postgresql://postgres@/${database}?host=${postgres}`

function new_database(like = 'template1'): string {
  const name = `journey_${randomUUID().slice(0, 8)}`
  execFileSync('psql', ['-qAtX', '-h', postgres ?? '', '-U', 'postgres', '-c', `CREATE DATABASE ${name} TEMPLATE ${like}`])
  return name
}

// What the server refuses, or what kept it from answering: one error type for forms, pages and notices.
export type ProblemText = Record<'zh-CN' | 'en', string>

export interface ProblemBody {
  status: number
  code: string
  field?: string
  text: ProblemText
}

export class Problem extends Error {
  readonly status: number
  readonly code: string
  // A dotted path into what was sent.
  readonly field: string | undefined
  readonly text: ProblemText

  constructor(body: ProblemBody) {
    super(body.code)
    this.name = 'Problem'
    this.status = body.status
    this.code = body.code
    this.field = body.field
    this.text = body.text
  }

  get is_passing(): boolean {
    return this.status === 0 || this.status === 503 || this.status === 502
  }
}

// No answer came: the network, or the server is away.
export function unreachable(): Problem {
  return new Problem({
    status: 0,
    code: 'web.unreachable',
    text: {
      'zh-CN': '连接不上服务器，请检查网络后重试。尚未保存的内容还在本页。',
      en: 'The server cannot be reached; check the network and try again. What you typed is still on this page.',
    },
  })
}

export function unintelligible(status: number): Problem {
  return new Problem({
    status,
    code: 'web.unintelligible',
    text: {
      'zh-CN': '服务器的回答无法识别，请稍后重试。',
      en: 'The answer of the server could not be read; try again later.',
    },
  })
}

export function problem_of(error: unknown): Problem {
  return error instanceof Problem ? error : unintelligible(500)
}

export function is_problem_body(value: unknown): value is ProblemBody {
  return typeof value === 'object' && value !== null && 'code' in value && 'text' in value
    && 'status' in value
}

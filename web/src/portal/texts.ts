import en from './texts.en'
import zh from './texts.zh'

export const texts = { 'zh-CN': zh, en }

// Modules that come from the build (tools/*.ts) and not from a file.
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent<object, object, unknown>
  export default component
}
declare module 'server-texts:*' {
  const texts: Record<'zh-CN' | 'en', Record<string, string>>
  export default texts
}
declare module 'guide:pages' {
  const pages: Record<'zh-CN' | 'en', Record<string, () => Promise<string>>>
  export default pages
}
declare module 'shipped-mappings' {
  interface Layout {
    name: string
    columns: { name: string, fields: string[], needed: boolean }[]
  }
  const layouts: Record<string, Layout[]>
  export default layouts
}
declare module 'permissions' {
  const permissions: Record<string, Record<'zh-CN' | 'en', string[]>>
  export default permissions
}

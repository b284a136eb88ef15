// What a feature tells the shell of itself; the whole public face of features/<module>.
import type { Ref } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { InBoth } from '@/i18n/language'
import type { Count } from '@/i18n/time'

export interface MenuEntry {
  // The name of a route.
  route: string
  title: string
  permission?: string
  // Smaller stands higher.
  order: number
  // The rail on the left, or the bar on top (for what calls for attention, such as an inbox).
  place: 'rail' | 'bar'
  // A key that leads there from every page, and the key of the text that says so.
  shortcut?: { key: string, what: string }
  // Called while the entry is set up, so it may ask the server.
  use_count?: () => Ref<number | Count | undefined>
}

export interface Feature {
  // The first part of its text keys and of its routes' names; the name of its page of help.
  name: string
  texts: InBoth
  routes: readonly RouteRecordRaw[]
  menu?: readonly MenuEntry[]
  // The route that shows what the search field of the bar looks for (session/sought.ts).
  search?: string
}

export function feature(described: Feature): Feature {
  return described
}

declare module 'vue-router' {
  interface RouteMeta {
    // The key of the page's name.
    title?: string
    permission?: string
    // Shown without a session, or before its password and second factor are in order.
    open?: boolean
    // Without rail and bar.
    bare?: boolean
    // The feature it belongs to: docs/guide/<language>/<help>.md stands beside it. Set while routes are assembled.
    help?: string
  }
}

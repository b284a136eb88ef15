// Routes of all features, and who may go where: first a session, then what the session still owes, then the page.
import { nextTick, shallowRef } from 'vue'
import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router'
import { Problem, unreachable } from '@/api/problem'
import { find_session, may, session } from '@/session/session'
import { features, menu } from './features'

const routes: RouteRecordRaw[] = features.flatMap((feature) =>
  feature.routes.map((route) => ({ ...route, meta: { help: feature.name, ...route.meta } })))

export const router = createRouter({
  history: createWebHistory('/desk/'),
  routes: [
    ...routes,
    { path: '/', name: 'home', component: () => import('./NotFound.vue') },
    { path: '/:path(.*)*', name: 'not_found', component: () => import('./NotFound.vue'), meta: { title: 'console.not_found.title' } },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
})

router.beforeEach(async (to) => {
  if (to.meta.open) return true
  const found = await find_session()
  if (!found) return { name: 'identity.sign_in', query: to.fullPath === '/' ? {} : { from: to.fullPath } }
  if (found.due !== 'nothing') return { name: 'identity.due' }
  return to.name === 'home' ? { name: first_page() } : true
})

// Why the page somebody went to did not come: the server is away, or a part of the page could not be fetched.
export const not_reached = shallowRef<Problem>()
let wanted = ''

router.onError((error: unknown, to) => {
  wanted = to.fullPath
  not_reached.value = error instanceof Problem ? error : unreachable()
})
router.beforeEach(() => { not_reached.value = undefined })

// From the start: a part that once was not there is not asked for again by a page that stays.
export function go_again(): void {
  window.location.assign(router.resolve(wanted).href)
}

// Keyboard and screen reader follow to the new page's heading, or to where the page itself has put them; filters of the
// same page leave the focus alone.
router.afterEach(async (to, from) => {
  if (!from.matched.length || to.path === from.path) return
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await nextTick()
  if (!document.activeElement?.closest('main')) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
})

export function first_page(): string {
  return menu.find((entry) => entry.place === 'rail' && may(entry.permission))?.route ?? 'identity.sessions'
}

// The session ended while somebody worked: he comes back to where he was.
export function to_sign_in(from: RouteLocationNormalized): void {
  if (from.meta.open || session.value) return
  void router.replace({ name: 'identity.sign_in', query: { from: from.fullPath, ended: '1' } })
}

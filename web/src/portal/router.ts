// The pages of the portal. Addresses hold no personal data: what opens a case or a draft stands in memory.
import { ref } from 'vue'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { i18n } from '@/i18n/language'
import HomePage from './home/HomePage.vue'

const pages = {
  filing: () => import('./filing/FilingPage.vue'),
  resuming: () => import('./filing/ResumePage.vue'),
  receipt: () => import('./receipt/ReceiptPage.vue'),
  form: () => import('./following/FollowPage.vue'),
  case: () => import('./following/CasePage.vue'),
  act: () => import('./following/ActPage.vue'),
  fees: () => import('./reading/FeesPage.vue'),
  safety: () => import('./reading/SafetyPage.vue'),
  more: () => import('./reading/MorePage.vue'),
  display: () => import('./shell/DisplayPage.vue'),
  demo: () => import('./demo/DemoPhone.vue'),
  missing: () => import('./shell/NotFound.vue'),
}

// `title` is a key of the texts.
const routes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: HomePage, meta: { title: 'portal.home.title' } },
  { path: '/file', name: 'resuming', component: pages.resuming, meta: { title: 'portal.filing.title' } },
  { path: '/file/:step', name: 'filing', component: pages.filing, meta: { title: 'portal.filing.title' } },
  { path: '/receipt', name: 'receipt', component: pages.receipt, meta: { title: 'portal.receipt.title' } },
  { path: '/follow', name: 'follow', component: pages.form, meta: { title: 'portal.following.form.title' } },
  { path: '/case', name: 'case', component: pages.case, meta: { title: 'portal.following.case.steps' } },
  { path: '/case/:act', name: 'act', component: pages.act, meta: { title: 'portal.following.case.can' } },
  { path: '/fees', name: 'fees', component: pages.fees, meta: { title: 'portal.reading.fees.title' } },
  { path: '/safety', name: 'safety', component: pages.safety, meta: { title: 'portal.reading.safety.title' } },
  { path: '/more', name: 'more', component: pages.more, meta: { title: 'portal.home.more' } },
  { path: '/display', name: 'display', component: pages.display, meta: { title: 'portal.display.title' } },
  { path: '/demo-phone', name: 'demo', component: pages.demo, meta: { title: 'portal.demo.title' } },
  { path: '/:path(.*)*', name: 'not_found', component: pages.missing, meta: { title: 'portal.not_found.title' } },
]

export const router = createRouter({
  history: createWebHistory('/'),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
})

export function show_title(): void {
  const { t } = i18n.global
  const title = router.currentRoute.value.meta.title as string | undefined
  document.title = [title && t(title), t('portal.brand')].filter(Boolean).join(' · ')
}

// A part of the page somebody went to could not be fetched; what he was on stays.
export const not_reached = ref(false)
router.onError(() => { not_reached.value = true })
router.beforeEach(() => { not_reached.value = false })
router.afterEach(show_title)

// The other pages come while nothing else happens, so that a lost network stops nobody on the way.
export function fetch_pages(): void {
  const fetch_all = () => Object.values(pages).forEach((page) => void page().catch(() => undefined))
  if ('requestIdleCallback' in window) requestIdleCallback(fetch_all, { timeout: 4000 })
  else setTimeout(fetch_all, 1500)
}

import { feature } from '@/feature'
import en from './texts.en'
import zh from './texts.zh'

export default feature({
  name: 'identity',
  texts: { 'zh-CN': zh, en },
  routes: [
    { path: '/sign-in', name: 'identity.sign_in', component: () => import('./SignIn.vue'), meta: { title: 'identity.sign_in.title', open: true, bare: true } },
    { path: '/due', name: 'identity.due', component: () => import('./DuePage.vue'), meta: { title: 'identity.due.title', open: true, bare: true } },
    { path: '/password', name: 'identity.password', component: () => import('./PasswordPage.vue'), meta: { title: 'identity.password.title' } },
    { path: '/sessions', name: 'identity.sessions', component: () => import('./SessionList.vue'), meta: { title: 'identity.sessions.title' } },
  ],
})

import { feature } from '@/feature'
import { texts } from './texts'

export default feature({
  name: 'registration',
  texts,
  routes: [
    { path: '/registration', name: 'registration.new', component: () => import('./RegistrationPage.vue'), meta: { title: 'registration.title', permission: 'complaint.register' } },
    { path: '/registration/:id(\\d+)', name: 'registration.receipt', component: () => import('./ReceiptPage.vue'), props: (route) => ({ id: Number(route.params.id) }), meta: { title: 'registration.receipt.title', permission: 'complaint.read' } },
  ],
  menu: [
    { route: 'registration.new', title: 'registration.menu', permission: 'complaint.register', order: 15, place: 'rail', shortcut: { key: 'n', what: 'registration.title' } },
  ],
})

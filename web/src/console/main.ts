// The console 工作台, under /desk.
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp, watch } from 'vue'
import { set_gate } from '@/api/client'
import { query_client } from '@/api/queries'
import { add_texts, i18n, language, set_language } from '@/i18n/language'
import { join_events, listen_for_events } from '@/session/events'
import { forget_session, renew_session, session } from '@/session/session'
import { show_theme } from '@/session/theme'
import { keep_focus } from '@/ui/lost_focus'
import { listen_for_shortcuts } from '@/ui/shortcuts'
import { texts as ui_texts } from '@/ui/texts'
import '@/ui/styles/index.css'
import Console from './Console.vue'
import { features } from './features'
import { refresh_by_events } from './live'
import { ask_proof } from './proof'
import { router, to_sign_in } from './router'
import { texts } from './texts'

add_texts('ui', ui_texts)
add_texts('console', texts)
for (const feature of features) add_texts(feature.name, feature.texts)
set_language(language())
show_theme()
listen_for_shortcuts()
keep_focus()

const queries = query_client()
set_gate({
  ended: () => {
    forget_session()
    queries.clear()
    to_sign_in(router.currentRoute.value)
  },
  prove: ask_proof,
})

const refresh = refresh_by_events(queries)
listen_for_events((told) => {
  if (told.is === 'ended') void look_again()
  else refresh(told)
})
// The stream ends with a session, also where another took its place for the same person, as after a new password.
async function look_again(): Promise<void> {
  const before = session.value?.appointment_id
  const now = await renew_session().catch(() => undefined)
  if (now && now.appointment_id === before) join_events('join')
}
watch(session, (now, before) => {
  if (!now || now.appointment_id === before?.appointment_id) return
  if (before) queries.clear()
  join_events(before || router.currentRoute.value.meta.open ? 'begin' : 'join')
})

createApp(Console).use(i18n).use(router).use(VueQueryPlugin, { queryClient: queries }).mount('#app')

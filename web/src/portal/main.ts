// The portal for consumers, at the root. No Element Plus, no account, no cookie.
import { createApp } from 'vue'
import { add_texts, i18n, language, set_language } from '@/i18n/language'
import { show_theme } from '@/session/theme'
import { texts as ui_texts } from '@/ui/texts'
import '@/ui/styles/index.css'
import './portal.css'
import Portal from './Portal.vue'
import { fetch_pages, router } from './router'
import { load_choices } from './server/choices'
import { show_elder } from './shell/elder'
import { texts } from './texts'

add_texts('ui', ui_texts)
add_texts('portal', texts)
set_language(language())
show_theme()
show_elder()
const portal = createApp(Portal).use(i18n).use(router)
// The page asked for comes whole, so that nothing moves once it is seen.
void router.isReady().catch(() => undefined).then(() => portal.mount('#app'))
void load_choices()
fetch_pages()

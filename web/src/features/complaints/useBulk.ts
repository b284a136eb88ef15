// Many at once: first a preview that says which would be refused and why, then the deed.
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { BulkReport, ComplaintItem } from '@/api/types'

interface Sending<Input> {
  mutate: (told: { ids: number[], input: Input, preview: boolean }, heard: { onSuccess: (answer: BulkReport) => void }) => void
}

export function useBulk<Input>(send: Sending<Input>, of: { ids: () => number[], rows: () => readonly ComplaintItem[], input: () => Input, done: () => void }) {
  const { t, te } = useI18n()
  const report = ref<BulkReport>()
  const number_of = (id: number) => of.rows().find((row) => row.id === id)?.number ?? String(id)
  const why = (code: string | null | undefined) => (te(`complaints.refused.${code}`) ? t(`complaints.refused.${code}`) : t('complaints.bulk.refused'))
  const refused = computed(() => (report.value?.items.filter((one) => !one.is_done) ?? []).map((one) => ({ id: one.id, number: number_of(one.id), why: why(one.code) })))
  // Nothing is left to do once it was done, or where nothing could be.
  const is_over = computed(() => report.value !== undefined && (!report.value.is_preview || !report.value.done))

  function go() {
    const preview = report.value === undefined
    send.mutate({ ids: of.ids(), input: of.input(), preview }, {
      onSuccess: (answer) => {
        report.value = answer
        if (!preview) of.done()
      },
    })
  }
  return { report, refused, is_over, go }
}

// What the parts of the form share: what is typed, the refusals at their fields, and what the words suggest.
import { computed, inject, type ComputedRef, type InjectionKey } from 'vue'
import { useTaxonomies } from '@/reference/taxonomies'
import type { Form } from './form'
import { first_sentence, suggested } from './suggestion'

export interface Taking {
  form: Form
  error_at: (field: string) => string | undefined
  taxonomies: ReturnType<typeof useTaxonomies>
  suggestion: (taxonomy: string) => string[]
  summary: ComputedRef<string>
}

export const taking_key: InjectionKey<Taking> = Symbol('taking')

export function make_taking(form: Form, error_at: Taking['error_at']): Taking {
  const taxonomies = useTaxonomies()
  const text = computed(() => `${form.description} ${form.summary} ${form.claim}`)
  const found = new Map(['business', 'cause', 'product', 'business_channel', 'customer_group', 'claim_kind']
    .map((taxonomy) => [taxonomy, computed(() => suggested(taxonomies.items(taxonomy), text.value))]))
  return {
    form, error_at, taxonomies,
    suggestion: (taxonomy) => found.get(taxonomy)?.value ?? [],
    summary: computed(() => first_sentence(form.description)),
  }
}

export function use_taking(): Taking {
  const taking = inject(taking_key)
  if (!taking) throw new Error('a part of the form stands outside of it')
  return taking
}

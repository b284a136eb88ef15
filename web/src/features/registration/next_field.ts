// Enter goes on to the next field, as at a teller's terminal; in a text of several lines it stays a new line. It passes
// what is folded: Tab stops there.
const stops = 'input:not([type="hidden"]), textarea, select, button.primary'

export function to_next_field(event: KeyboardEvent): void {
  const { target, currentTarget: form } = event
  if (event.isComposing || event.defaultPrevented || !(form instanceof HTMLElement)) return
  if (!(target instanceof HTMLInputElement) || target.type === 'file') return
  event.preventDefault()
  const fields = [...form.querySelectorAll<HTMLElement>(stops)].filter((one) => one === target || is_stop(one))
  fields[fields.indexOf(target) + 1]?.focus()
}

// Browsers of banks are some years old.
const is_seen = (field: HTMLElement) => ('checkVisibility' in field ? field.checkVisibility() : (field as HTMLElement).offsetParent !== null)

function is_stop(field: HTMLElement): boolean {
  if (field.tabIndex < 0 || !is_seen(field) || field.hasAttribute('disabled')) return false
  return !(field instanceof HTMLInputElement && field.type === 'radio') || field.checked
}

export function to_first_refused(form: HTMLElement | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
  field?.closest('details')?.setAttribute('open', '')
  field?.focus()
}

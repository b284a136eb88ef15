// What every question is given and says.
export interface Asked {
  // The sentence of a refusal at a field.
  error_at: (field: string) => string | undefined
}

// Who speaks in a story.
export type Voice = 'customer' | 'outlet' | 'department' | 'regulator' | 'system'

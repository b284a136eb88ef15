// Every features/<module>/feature.ts, found while building.
import type { Feature } from '@/feature'

const found = import.meta.glob<{ default: Feature }>('../features/*/feature.ts', { eager: true })

export const features: readonly Feature[] = Object.values(found).map((module) => module.default)

export const menu = features.flatMap((one) => one.menu ?? []).sort((a, b) => a.order - b.order)

export const search = features.find((one) => one.search)?.search

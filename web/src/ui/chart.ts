// What a chart is made of, and its look by the tokens. Pure.
export interface ChartData {
  kind: 'line' | 'bar'
  // Bars of all series on top of each other.
  stacked?: boolean
  // What the labels are, and in which unit the figures.
  axis: string
  unit: string
  labels: readonly string[]
  series: readonly { name: string, values: readonly number[], tone: 'ink' | 'soon' | 'late' | 'kept' | 'rests' }[]
}

export function option_of(data: ChartData, style: Pick<CSSStyleDeclaration, 'getPropertyValue'>): object {
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const text = { color: token('muted'), fontFamily: token('font') }
  return {
    animation: false,
    textStyle: text,
    color: data.series.map((one) => token(one.tone)),
    grid: { left: 8, right: 16, top: data.series.length > 1 ? 64 : 32, bottom: 8, containLabel: true },
    legend: { show: data.series.length > 1, textStyle: { ...text, color: token('text') }, top: 0 },
    tooltip: { trigger: 'axis', renderMode: 'richText', backgroundColor: token('surface'), textStyle: { color: token('text') } },
    xAxis: { type: 'category', data: data.labels, axisLabel: { ...text, ...(data.labels.length <= 12 ? { interval: 0 } : {}) }, axisLine: { lineStyle: { color: token('line-strong') } } },
    yAxis: { type: 'value', minInterval: 1, name: data.unit, nameTextStyle: { ...text, align: 'left' }, axisLabel: text, splitLine: { lineStyle: { color: token('line') } } },
    series: data.series.map((one) => ({ type: data.kind, name: one.name, data: one.values, barMaxWidth: 28, ...(data.stacked ? { stack: 'all' } : {}) })),
  }
}

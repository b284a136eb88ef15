export function schemaOf(openapi: string): Promise<string>

// What a DataTable is told of its columns.
export interface Column<Key extends string = string> {
  key: Key
  title: string
  // The name the server sorts by; without it the column does not sort.
  sort?: string
  // The server's order by that name falls (newest first); a leading `-` makes it rise.
  falls?: boolean
  // Shown only where chosen.
  optional?: boolean
  // Takes what room there is and is cut to one line.
  wide?: boolean
  // Figures stand at the end.
  figure?: boolean
}

/** What we use of the `edtf` package, which ships no types. */
declare module 'edtf' {
  export default function edtf(text: string): { readonly type: string; readonly min: number; readonly max: number };
}

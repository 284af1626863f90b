/** Attributes by which the coverage count finds a control: its feature id and the further ids it answers. */
export const featureProps = ({ id, also = [] }: { readonly id: string; readonly also?: readonly string[] | undefined }): { readonly 'data-feature': string } => ({
  'data-feature': [id, ...also].join(' '),
})

import CommentIcon from '@patternfly/react-icons/dist/esm/icons/comment-icon'

/** A comment as a sign with the whole text on hover and for screen readers; nothing without one. */
export const CommentCell = ({ comment }: { readonly comment: string }) =>
  comment === '' ? null : (
    <span title={comment}><CommentIcon aria-hidden /><span className="pf-v6-u-screen-reader"><bdi>{comment}</bdi></span></span>
  )

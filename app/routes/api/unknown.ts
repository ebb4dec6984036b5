import { problem } from '~/infra/http.server'

/** An address of the API that is not there. */
export const loader = () => problem({ code: 'not-found' })
export const action = loader

import type { LoaderFunctionArgs } from '@remix-run/node'
import { openApi } from '~/documents/report/openapi'
import { jsonAnswer } from '~/infra/http.server'

export const loader = ({ request }: LoaderFunctionArgs) => jsonAnswer(request, openApi)

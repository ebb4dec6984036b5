import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptPlace } from '~/commands/case/accept-place.server'
import { PlaceFormPage } from '~/components/case/place-form-page'
import type { FormAnswer } from '~/forms/answer'
import { placeFormRoute } from './place-form.server'

const page = placeFormRoute({ made: 'accept', command: acceptPlace })
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []
export const loader = (args: LoaderFunctionArgs) => page.loader(args)
export const action = (args: ActionFunctionArgs) => page.action(args)

export default function LinePage() {
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return <PlaceFormPage made="accept" page={useLoaderData<typeof loader>()} answer={answer} />
}

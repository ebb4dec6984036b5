import 'i18next'
import type { vi } from './vi/index'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof vi
    returnNull: false
  }
}

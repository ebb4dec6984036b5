import '@remix-run/server-runtime'

// Loader data reach the page as they are: dates stay dates, unions stay unions.
declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true
  }
}

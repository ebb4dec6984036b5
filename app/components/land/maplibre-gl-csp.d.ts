// The build whose worker is a file of its own, which the content security policy asks for.
declare module 'maplibre-gl/dist/maplibre-gl-csp' {
  const api: typeof import('maplibre-gl')
  export default api
}

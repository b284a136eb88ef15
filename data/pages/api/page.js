// Shows our own OpenAPI document. The token of a sign-in made here goes along with what follows.
let token = ''

window.SwaggerUIBundle({
  url: '/api/openapi.json',
  domNode: document.getElementById('api'),
  deepLinking: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    if (token) request.headers['X-CSRF-Token'] = token
    return request
  },
  responseInterceptor: (response) => {
    if (response.ok && new URL(response.url).pathname === '/api/session' && response.obj)
      token = response.obj.csrf_token ?? ''
    return response
  },
})

// The measure for the listener: a bare server that reads the twelve fields of a callback, keeps
// nothing, and answers 200. Usage: node node-server.mjs PORT
import http from 'node:http'

const fields = [
  'CallSid', 'CallFrom', 'CallTo', 'Direction', 'Created', 'From', 'To', 'CurrentTime',
  'DialWhomNumber', 'Status', 'EventType', 'CustomField',
]

function answer(response, callback) {
  response.writeHead(callback.CallSid ? 200 : 400)
  response.end()
}

http.createServer((request, response) => {
  const callback = {}
  if (request.method === 'GET') {
    const { searchParams } = new URL(request.url, 'http://localhost')
    for (const name of fields) callback[name] = searchParams.get(name)
    answer(response, callback)
    return
  }
  const parts = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(parts))
    for (const name of fields) callback[name] = body[name]
    answer(response, callback)
  })
}).listen(Number(process.argv[2]), '127.0.0.1')

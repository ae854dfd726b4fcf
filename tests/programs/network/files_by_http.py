# SimpleHTTPRequestHandler serves the files of the run.
# stderr: ignore
import http.client
import http.server
import os
import tempfile
import threading

folder = tempfile.mkdtemp()
os.mkdir(os.path.join(folder, 'sub'))
for name, text in ('a.txt', 'hello\n'), ('b c.html', '<b>'), ('data.json', '{}'):
    with open(os.path.join(folder, name), 'w') as f:
        f.write(text)
os.chdir(folder)
server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), http.server.SimpleHTTPRequestHandler)
threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
for path in '/', '/a.txt', '/b%20c.html', '/data.json', '/sub', '/sub/', '/none', '/a.txt/', '/../../etc/passwd':
    connection = http.client.HTTPConnection(*server.server_address)
    connection.request('GET', path)
    r = connection.getresponse()
    print(path, r.version, r.status, r.reason, [h for h in r.getheaders() if h[0] not in ('Date', 'Last-Modified')], r.read())
connection = http.client.HTTPConnection(*server.server_address)
connection.request('HEAD', '/a.txt')
r = connection.getresponse()
print(r.status, r.getheader('Content-Length'), r.read())
server.shutdown()
server.server_close()

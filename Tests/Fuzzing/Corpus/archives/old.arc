filedesc://a.arc 127.0.0.1 20140216050221 text/plain 3
1 0

http://e.example/ 127.0.0.1 20140216050221 text/html 11
<p>Arc.</p>

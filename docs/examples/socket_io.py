"""Socket.IO over a websocket with nothing but Python's own library. With a Socket.IO library you need none of this."""
import base64, hashlib, json, os, socket, ssl, time
from urllib.parse import urlsplit

PATIENCE = 20  # seconds for the server to answer while a connection begins


class Refused(Exception):
    """The server's no. `passes` when the same question may be asked again after `wait` seconds."""

    def __init__(self, refusal):
        super().__init__(refusal["message"])
        self.code, self.wait = refusal["code"], refusal.get("retryAfterMs", 1_000) / 1_000
        self.passes = self.code in ("busy", "too-many-requests", "internal")


class WebSocket:
    """What a client needs of RFC 6455: text both ways, no extensions."""

    def __init__(self, base, path, cookie):
        url = urlsplit(base)
        secure = url.scheme == "https"
        self.received, self.begun = b"", b""
        self.socket = socket.create_connection((url.hostname, url.port or (443 if secure else 80)), PATIENCE)
        if secure:
            self.socket = ssl.create_default_context().wrap_socket(self.socket, server_hostname=url.hostname)
        key = base64.b64encode(os.urandom(16))
        lines = [f"GET {path} HTTP/1.1", f"Host: {url.netloc}", "Connection: Upgrade", "Upgrade: websocket",
                 "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: " + key.decode()]
        self.socket.sendall("\r\n".join(lines + ([f"Cookie: {cookie}"] if cookie else []) + ["", ""]).encode())
        while b"\r\n\r\n" not in self.received:
            self.read(PATIENCE)
        head, self.received = self.received.split(b"\r\n\r\n", 1)
        proof = base64.b64encode(hashlib.sha1(key + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest())
        if b" 101 " not in head.split(b"\r\n")[0] or proof not in head:
            raise ConnectionError(head.decode(errors="replace"))

    def read(self, wait):
        """Takes in more bytes; a time-out is an error."""
        self.socket.settimeout(max(wait, 0.001))
        data = self.socket.recv(65_536)
        if not data:
            raise ConnectionError("the connection was closed")
        self.received += data

    def send(self, data, kind=1):
        """One frame, masked as a client must: kind 1 is text, 10 a pong."""
        size, mask = len(data), os.urandom(4)
        if size < 126:
            length = bytes([0x80 | size])
        else:
            length = b"\xfe" + size.to_bytes(2, "big") if size < 65_536 else b"\xff" + size.to_bytes(8, "big")
        masked = bytes(byte ^ mask[i % 4] for i, byte in enumerate(data))
        self.socket.settimeout(PATIENCE)
        self.socket.sendall(bytes([0x80 | kind]) + length + mask + masked)

    def frame(self):
        """The next frame in what was received, as (kind, is it the last of its message, data); None when it is not all there."""
        if len(self.received) < 2:
            return None
        size, begin = self.received[1] & 0x7F, 2
        if size > 125:
            begin = 4 if size == 126 else 10
            size = int.from_bytes(self.received[2:begin], "big")
        if len(self.received) < begin + size:
            return None
        first, data = self.received[0], self.received[begin:begin + size]
        self.received = self.received[begin + size:]
        return first & 0x0F, first & 0x80, data

    def receive(self, wait):
        """The next text, or None when none is complete after so many seconds."""
        end = time.monotonic() + wait
        while True:
            frame = self.frame()
            if frame is None:
                try:
                    self.read(end - time.monotonic())
                except socket.timeout:
                    return None
                continue
            kind, last, data = frame
            if kind == 8:
                raise ConnectionError("the server closed the connection")
            if kind == 9:
                self.send(data, 10)
            if kind < 2:
                self.begun += data
                if last:
                    text, self.begun = self.begun.decode(), b""
                    return text


class SocketIO:
    """Named messages, answers to them by number, and the server's heartbeat."""

    def __init__(self, base, cookie):
        self.web = WebSocket(base, "/socket.io/?EIO=4&transport=websocket", cookie)
        opened = json.loads((self.web.receive(PATIENCE) or "0{}")[1:])
        self.silence = (opened.get("pingInterval", 25_000) + opened.get("pingTimeout", 20_000)) / 1_000
        self.asked, self.heard = 0, time.monotonic()
        self.web.send(b"40")
        answer = self.web.receive(PATIENCE) or ""
        if answer.startswith("44"):
            raise Refused(json.loads(answer[2:])["data"]["refusal"])
        if not answer.startswith("40"):
            raise ConnectionError("the server did not let us in")

    def ask(self, name, message):
        """Sends a message that the server answers; its number comes back with the answer."""
        self.asked += 1
        self.web.send(f"42{self.asked}{json.dumps([name, message], ensure_ascii=False)}".encode())
        return self.asked

    def receive(self, wait):
        """What came: (name, message), or (number, answer), or (None, None) when nothing did within so many seconds."""
        text = self.web.receive(wait)
        if text is None and time.monotonic() - self.heard > self.silence:
            raise ConnectionError("the server went silent")
        if text is None:
            return None, None
        self.heard = time.monotonic()
        if text == "2":
            self.web.send(b"3")
        elif text.startswith("42"):
            return tuple(json.loads(text[2:])[:2])
        elif text.startswith("43"):
            number, answer = text[2:].split("[", 1)
            return int(number), json.loads("[" + answer)[0]
        elif text.startswith("4"):
            raise ConnectionError("the server ended the connection")
        return None, None

    def close(self):
        self.web.socket.close()

#!/usr/bin/env python3
"""A program that takes part in a map as docs/protocol.md describes, with nothing but Python 3.

    python3 client.py http://localhost:4000 CODE Ada "A claim of mine"   joins by invitation, adds a thesis, prints the map
    python3 client.py http://localhost:4000 MAP-ID                       prints a map that anyone may read
"""
import http.client, json, random, sys, time, urllib.error, urllib.request, uuid
from order_keys import between
from socket_io import Refused, SocketIO

MOST_EDITS, MOST_BYTES = 64, 65_536


def rest(base, method, path, body=None, cookie=None):
    """One request. Answers its JSON, and the session cookie: the server's where it gave one."""
    headers = {"content-type": "application/json", **({"cookie": cookie} if cookie else {})}
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(base + path, data, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            given = (answer.headers.get("set-cookie") or "").split(";")[0]
            return json.loads(answer.read()), given or cookie
    except urllib.error.HTTPError as error:
        raise Refused(json.loads(error.read())["refusal"]) from None
    except http.client.HTTPException as error:
        raise ConnectionError(str(error)) from None


class MapClient:
    """Keeps a map as its viewer may see it, and every edit until it has a verdict. It knows no threads: call `step` for ever."""

    def __init__(self, base, map_id, cookie=None):
        self.base, self.map_id, self.cookie = base, map_id, cookie
        self.client, self.next_seq = str(uuid.uuid4()), 1
        self.info, self.tables = {}, {}  # the tables that the snapshot has, each by id
        self.version = self.epoch = self.participant = self.line = None
        self.newest = 0     # the version that the server is known to have
        self.pending = []   # {seq, id, edit}, with a version once accepted; store it if it should outlive the program
        self.refused = []   # {seq, id, edit, refusal}
        self.ended = None   # the reason of a goodbye that is for good

    def edit(self, edit):
        """Queues an edit and answers its id. It shows in the map when it comes back."""
        entry = {"seq": self.next_seq, "id": str(uuid.uuid4()), "edit": edit}
        if size_of(entry) > MOST_BYTES - 200:
            raise ValueError("too long for one message")
        self.pending.append(entry)
        self.next_seq += 1
        return entry["id"]

    def step(self, wait=1.0):
        """Does what there is to do, then waits so many seconds for one message. A lost line is no fault: it comes back."""
        try:
            if self.line is None:
                self.connect()
            self.push()
            self.take(*self.line.receive(wait))
            self.catch_up()
        except (OSError, Refused) as error:
            self.hang_up()  # whatever was under way is asked again
            if isinstance(error, Refused) and not error.passes:
                raise
            time.sleep(random.uniform(0.1, 0.5) + getattr(error, "wait", 0))

    def settle(self):
        """Goes on until every edit has its verdict and the map holds what was accepted."""
        while not self.ended and (self.line is None or self.pending or self.version < self.newest):
            self.step(0.1)

    # The line

    def connect(self):
        self.line, self.answers = SocketIO(self.base, self.cookie), {}
        hello = self.ask("hello", {"protocol": 3, "map": self.map_id, "client": self.client,
                                   "version": self.version, "epoch": self.epoch})
        self.participant = hello["participant"]
        if hello["epoch"] == self.epoch and hello["frame"]:
            self.take_frame(hello["frame"])
        else:
            self.load()
        self.newest = max(self.newest, hello["version"])
        self.catch_up()

    def hang_up(self):
        if self.line:
            self.line.close()
        self.line = None

    def ask(self, name, message):
        """The answer to a message. What else comes meanwhile is taken; to be told to wait is no refusal."""
        while True:
            number = self.line.ask(name, message)
            while number not in self.answers:
                self.take(*self.line.receive(1))
            answer = self.answers.pop(number)
            if answer["ok"]:
                return answer
            refusal = Refused(answer["refusal"])
            if not refusal.passes:
                raise refusal
            end = time.monotonic() + refusal.wait
            while time.monotonic() < end:
                self.take(*self.line.receive(end - time.monotonic()))

    def take(self, what, message):
        if isinstance(what, int):
            self.answers[what] = message
        elif what == "frame" and self.version is not None:
            self.take_frame(message)
        elif what == "goodbye":
            if message["reason"] in ("removed", "signed-out", "deleted"):
                self.ended = message["reason"]
            raise ConnectionError(message["reason"])

    # The map

    def load(self):
        """Takes the snapshot in the place of what we hold."""
        snapshot, _ = rest(self.base, "GET", f"/api/maps/{self.map_id}", cookie=self.cookie)
        if snapshot["epoch"] != self.epoch:  # versions and verdicts of another epoch mean nothing in this one
            self.pending = [{name: entry[name] for name in ("seq", "id", "edit")} for entry in self.pending]
            self.newest = 0
        self.version, self.epoch, self.info = snapshot["version"], snapshot["epoch"], snapshot["map"].pop("info")
        self.tables = {table: {entity["id"]: entity for entity in rows} for table, rows in snapshot["map"].items()}
        self.drop_what_came_back()

    def catch_up(self):
        while self.version < self.newest:
            frame = self.ask("catch-up", {"since": self.version})["frame"]
            self.take_frame(frame) if frame else self.load()

    def take_frame(self, frame):
        self.newest = max(self.newest, frame["from"], frame["to"])
        if not frame["from"] <= self.version < frame["to"]:
            return  # we have it, or something is missing and catch_up asks for it
        me = self.tables["participants"].get(self.participant)
        for change in frame["changes"]:
            if change["version"] > self.version:
                for patch in change["patches"]:
                    self.apply(patch)
                self.pending = [entry for entry in self.pending if entry["id"] != change["id"]]
        self.version = frame["to"]
        self.drop_what_came_back()
        if me != self.tables["participants"].get(self.participant):
            self.load()  # with another role one may see more, or less

    def apply(self, patch):
        table = self.tables.get(patch["table"], {})
        if patch["table"] == "info":
            self.info = patch["put"]
        elif "put" in patch:
            table[patch["put"]["id"]] = patch["put"]
        else:
            table.pop(patch["drop"], None)

    # Edits on their way

    def push(self):
        """Sends what has no verdict yet, unaltered. One push at a time: `ask` waits for the answer."""
        edits, room = [], MOST_BYTES - 200
        for entry in [entry for entry in self.pending if "version" not in entry]:
            room -= size_of(entry) + 2
            if room < 0 or entry["seq"] >= self.pending[0]["seq"] + MOST_EDITS:
                break
            edits.append(entry)
        if not edits:
            return
        answer = self.ask("push", {"client": self.client, "edits": edits})
        for verdict in answer["verdicts"]:
            self.settle_one(verdict)
        self.drop_what_came_back()
        if "expected" in answer:
            self.become_another()

    def settle_one(self, verdict):
        entry = next((entry for entry in self.pending if entry["id"] == verdict["id"]), None)
        if entry is None:
            return  # it came back before its verdict
        if "refusal" in verdict:
            self.pending.remove(entry)
            self.refused.append({**entry, "refusal": verdict["refusal"]})
        else:
            entry["version"] = verdict["version"]
            self.newest = max(self.newest, verdict["version"])

    def drop_what_came_back(self):
        self.pending = [entry for entry in self.pending if entry.get("version", self.version + 1) > self.version]

    def become_another(self):
        """The server misses one of our numbers, or has another edit under it: what is left goes out under a new client."""
        self.catch_up()  # after this, all that was accepted is out of `pending`
        self.client, self.next_seq = str(uuid.uuid4()), 1
        for entry in self.pending:
            entry["seq"], self.next_seq = self.next_seq, self.next_seq + 1
        raise ConnectionError("say hello anew")

    # Looking at the map

    def is_live(self, key):
        """Whether this claim or argument is there, and neither it nor anything above it is removed. One that was merged is not."""
        while key:
            entity = self.tables["claims"].get(key) or self.tables["arguments"].get(key)
            if not entity or entity["removed"]:
                return False
            key = entity["target"]["id"] if "target" in entity else entity["home"]
        return True

    def premises(self, argument):
        """Claims at home in an argument, and references in it to claims elsewhere; the theses, for None."""
        claims, references = self.tables["claims"], self.tables["references"]
        at_home = [claim for claim in claims.values() if claim["home"] == argument and not claim["removed"]]
        return in_order(at_home + [reference for reference in references.values() if reference["argument"] == argument
                                   and self.is_live(reference["claim"])])

    def replies(self, target):
        """Arguments for and against a claim, or undercuts of an argument; one without a premise is not shown."""
        return in_order([argument for argument in self.tables["arguments"].values() if argument["target"]["id"] == target
                         and not argument["removed"] and self.premises(argument["id"])])

    def outline(self):
        """(depth, id) of all that is shown, in reading order."""
        lines, stack = [], [(-1, None)]
        while stack:
            depth, parent = stack.pop()
            lines.append((depth, parent))
            stack += [(depth + 1, child["id"]) for child in reversed(self.premises(parent) + self.replies(parent))]
        return lines[1:]

    def dump(self):
        """Everything as JSON that is the same, letter by letter, for whoever holds the same."""
        tables = {name: sorted(table.values(), key=lambda entity: entity["id"]) for name, table in self.tables.items()}
        whole = {"version": self.version, "map": {"info": self.info, **tables}, "outline": self.outline()}
        return json.dumps(whole, ensure_ascii=False, sort_keys=True)


def in_order(siblings):
    return sorted(siblings, key=lambda entity: (entity["order"], entity["id"]))


def size_of(message):
    return len(json.dumps(message, ensure_ascii=False).encode())


def main(base, key, name=None, text=None):
    cookie = None
    if name:
        joined, cookie = rest(base, "POST", f"/api/join/{key}", {"name": name})
        key = joined["map"]
    client = MapClient(base, key, cookie)
    client.settle()
    if text:
        theses = client.premises(None)
        order = between(theses[-1]["order"] if theses else None, None)
        client.edit({"kind": "add-claim", "claim": str(uuid.uuid4()), "text": text, "language": client.info["language"],
                     "to": {"at": "thesis", "order": order}})
        client.settle()
    print(client.dump())
    for entry in client.refused:
        print(entry["refusal"]["message"], file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])

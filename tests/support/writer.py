"""Someone who writes at random with the client of docs/examples. Commands come as lines of JSON, and so do the answers.

    {"write": n}      n more edits      {"say": text}    a thesis of these words
    {"end": version}  when nothing is pending and the map is at least that far: prints everything, and ends
"""
import json, os, queue, random, sys, threading, uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../docs/examples"))
from client import MapClient, rest  # noqa: E402
from order_keys import between  # noqa: E402

WORDS = ["自由", "公民", "义务", "理由", "。", "𠮷野家", "é", "because", "harm", "👩🏽‍🎓"]
KINDS = ["add", "add", "add", "reword", "reword", "reword", "move", "move", "move-argument", "turn", "reorder", "reorder",
         "remove", "restore", "comment", "refer", "drop-reference", "batch"]
HOT = 4  # so many claims draw most of the edits


def new_id():
    return str(uuid.uuid4())


class Writer:
    def __init__(self, client, seed):
        self.client, self.random, self.made = client, random.Random(seed), []

    def write(self):
        edit = self.any(self.random.choice(KINDS))
        if edit:
            self.made.append(self.client.edit(edit))

    def say(self, text):
        theses = self.client.premises(None)
        order = between(theses[-1]["order"] if theses else None, None)
        self.made.append(self.client.edit(self.added(text, {"at": "thesis", "order": order})))

    def added(self, text, to):
        return {"kind": "add-claim", "claim": new_id(), "text": text, "language": "zh", "to": to}

    def any(self, kind):
        """None when the map offers nothing to do it to."""
        tables, pick = self.client.tables, self.pick
        claim, argument, reference = self.claim(), pick(tables["arguments"]), pick(tables["references"])
        if kind == "batch":
            edits = [edit for edit in (self.any(self.random.choice(KINDS[:-1])) for _ in range(3)) if edit]
            return {"kind": "batch", "edits": edits} if edits else None
        if kind == "drop-reference":
            return reference and {"kind": kind, "reference": reference["id"]}
        if kind == "add":
            return self.added(self.text(), self.place())
        if claim is None:
            return None
        if kind == "reword":
            words = claim["text"].split(" ")[:12]
            words.insert(self.random.randint(0, len(words)), self.random.choice(WORDS))
            return {"kind": kind, "claim": claim["id"], "text": " ".join(words).strip(), "was": claim["text"]}
        if kind == "move":
            return {"kind": "move-claim", "claim": claim["id"], "to": self.place()}
        if kind == "comment":
            return {"kind": kind, "comment": new_id(), "claim": claim["id"], "text": self.text()}
        if kind == "refer":
            to = self.place()
            return None if to["at"] == "thesis" else {"kind": "add-reference", "reference": new_id(), "claim": claim["id"], "to": to}
        if kind in ("remove", "restore"):
            every = {**tables["claims"], **tables["arguments"], **tables["comments"]}
            one = pick({key: entity for key, entity in every.items() if (entity["removed"] is None) == (kind == "remove")})
            return one and {"kind": kind, "id": one["id"]}
        if kind == "reorder":
            one = self.random.choice([claim, argument or claim])
            siblings = (self.client.replies(one["target"]["id"]) if "target" in one else self.client.premises(one["home"]))
            return {"kind": kind, "id": one["id"], "order": self.order(siblings)}
        if argument is None:
            return None
        if kind == "move-argument":
            return {"kind": kind, "argument": argument["id"], "target": {"kind": "claim", "id": claim["id"]},
                    "order": self.order(self.client.replies(claim["id"]))}
        return {"kind": "turn", "argument": argument["id"], "direction": "rebut" if argument["direction"] == "support" else "support"}

    def pick(self, table):
        return table[self.random.choice(sorted(table))] if table else None

    def claim(self):
        claims = self.client.tables["claims"]
        return self.pick({key: claims[key] for key in sorted(claims)[:HOT]} if self.random.random() < 0.6 else claims)

    def place(self):
        target, argument, chance = self.claim(), self.pick(self.client.tables["arguments"]), self.random.random()
        if argument and chance < 0.2:
            return {"at": "premise", "argument": argument["id"], "order": self.order(self.client.premises(argument["id"]))}
        if target is None or chance > 0.85:
            return {"at": "thesis", "order": self.order(self.client.premises(None))}
        kind, one = ("argument", argument) if argument and chance < 0.3 else ("claim", target)
        direction = self.random.choice(["support", "rebut"]) if kind == "claim" else "rebut"
        return {"at": "argument", "argument": new_id(), "direction": direction, "target": {"kind": kind, "id": one["id"]},
                "order": self.order(self.client.replies(one["id"]))}

    def order(self, siblings):
        keys = [None, *sorted({entity["order"] for entity in siblings}), None]
        place = self.random.randrange(len(keys) - 1)
        return between(keys[place], keys[place + 1])

    def text(self):
        return " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(3, 8)))


def main(base, code, name, seed):
    joined, cookie = rest(base, "POST", f"/api/join/{code}", {"name": name})
    client = MapClient(base, joined["map"], cookie)
    writer, commands = Writer(client, int(seed)), queue.Queue()
    threading.Thread(target=listen, args=(commands,), daemon=True).start()
    heard, due, end = 0, 0, None

    def tell():
        say({"heard": heard, "participant": joined["participant"]["id"], "cookie": cookie, "due": due,
             "made": len(writer.made), "version": client.version, "pending": len(client.pending)})

    while True:
        while not commands.empty():
            command = commands.get()
            if command is None:
                return  # whoever started us is gone
            heard += 1
            due += command.get("write", 0)
            end = command.get("end", end)
            if "say" in command:
                writer.say(command["say"])
        if due and client.version is not None and len(client.pending) < 5:
            writer.write()
            due -= 1
        tell()  # before the step, which may wait long where the line is bad
        client.step(0.02)
        tell()
        if end is not None and not client.pending and client.version is not None and client.version >= end:
            refused = [{"id": entry["id"], **entry["refusal"]} for entry in client.refused]
            say({"dump": json.loads(client.dump()), "made": writer.made, "refused": refused})
            return


def say(state, told=[None]):
    """Prints what is new."""
    if state != told[0]:
        print(json.dumps(state), flush=True)
        told[0] = state


def listen(commands):
    for line in sys.stdin:
        commands.put(json.loads(line))
    commands.put(None)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Reads mails with Python's standard library: one JSON line for each file named."""
import email, email.header, email.policy, email.utils, hashlib, json, sys

def decoded(text):
    return str(email.header.make_header(email.header.decode_header(text)))

for path in sys.argv[1:]:
    data = open(path, 'rb').read()
    message = email.message_from_bytes(data, policy=email.policy.default)
    plain = email.message_from_bytes(data, policy=email.policy.compat32)
    # The newer policy puts a blank between the encoded words of a long name (RFC 2047, 6.2 says there is none).
    boxes = lambda name: [[decoded(shown), address] for shown, address in email.utils.getaddresses(plain.get_all(name, []))]
    attachments = []
    for part in plain.walk():
        if part.get_content_disposition() != 'attachment':
            continue
        # What a reader sees that knows RFC 2231, and what one sees that reads encoded words in `name` alone.
        strict = email.utils.collapse_rfc2231_value(part.get_param('filename', header='content-disposition'))
        loose = decoded(part.get_param('name').replace('\r\n', ''))
        content = part.get_payload(decode=True)
        attachments.append({'strict': strict, 'loose': loose, 'type': part.get_content_type(),
                            'sha256': hashlib.sha256(content).hexdigest()})
    print(json.dumps({
        'subject': message['subject'], 'date': message['date'].datetime.isoformat(), 'messageId': message['message-id'],
        'autoSubmitted': message['auto-submitted'], 'from': boxes('from'), 'replyTo': boxes('reply-to'), 'to': boxes('to'), 'cc': boxes('cc'),
        'structure': [part.get_content_type() for part in message.walk()],
        'text': message.get_body(('plain',)).get_content(), 'html': message.get_body(('html',)).get_content(),
        'attachments': attachments, 'defects': [str(d) for part in message.walk() for d in part.defects],
    }))

"""Saves a PDF anew as the programs that people have do: resave.py HOW FROM TO."""
import datetime
import sys

how, source, target = sys.argv[1:]


def pikepdf():
    import pikepdf

    with pikepdf.open(source) as pdf:
        pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def attach(key, change):
    import pikepdf

    with pikepdf.open(source) as pdf:
        name = "stage-zero-assessment.json"
        data = change(pdf.attachments[name].get_file().read_bytes())
        pdf.attachments[key] = pikepdf.AttachedFileSpec(pdf, data, filename=name)
        pdf.save(target)


def swapped():
    attach("stage-zero-assessment.json", lambda data: data.replace(b"Fenbrook", b"Fenbrick"))


def twice():
    attach("stage-zero-assessment.json, the other one", lambda data: data.replace(b"Fenbrook", b"Fenbrick"))


def comment():
    from pypdf import PdfWriter
    from pypdf.annotations import Text

    writer = PdfWriter(source, incremental=True)
    writer.add_annotation(0, Text(text="Please explain", rect=(50, 550, 200, 650)))
    writer.write(target)


def whole():
    from pypdf import PdfWriter

    PdfWriter(clone_from=source).write(target)


def sign():
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import pkcs12
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Ellen Marsh")])
    day = datetime.datetime(2026, 11, 24)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(day).not_valid_after(day + datetime.timedelta(days=3650))
        .sign(key, hashes.SHA256())
    )
    store = pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, serialization.BestAvailableEncryption(b"x"))
    with open(target + ".p12", "wb") as file:
        file.write(store)
    signer = signers.SimpleSigner.load_pkcs12(target + ".p12", passphrase=b"x")
    with open(source, "rb") as pdf, open(target, "wb") as out:
        field = fields.SigFieldSpec("Signature", on_page=0, box=(50, 50, 250, 100))
        writer = IncrementalPdfFileWriter(pdf)
        signers.PdfSigner(signers.PdfSignatureMetadata(field_name="Signature"), signer=signer, new_field_spec=field).sign_pdf(
            writer, output=out
        )


{"pikepdf": pikepdf, "comment": comment, "whole": whole, "sign": sign, "swapped": swapped, "twice": twice}[how]()

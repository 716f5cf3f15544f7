"""Makes pictures in every format and mode that is decoded, and writes down what Pillow makes of them.

    python3 src/test/python/pil_decoding_fixtures.py          (needs Pillow and numpy; made with Pillow 9.4.0)

Writes the pictures and pillow.txt into src/test/resources/dev/netwright/runtime/picture. A line of pillow.txt is a
picture's name, its height and width, and the SHA-256 of convert("L") and of convert("RGB"), planes one after the other.
Of 16 bits of grey the upper 8 are taken, where Pillow clips at 255.

jpeg-colours.txt has the same of JPEG pictures whose segments say in every combination how components stand for colours: the
picture that is changed, the lengths of JFIF's and Adobe's segments (0: none; shorter ones than libjpeg takes are among them),
Adobe's transform, which of the two comes first, the components' numbers, and the two SHA-256.
"""

import hashlib
import io
import itertools
import pathlib
import struct
import zlib

import numpy as np
from PIL import Image, ImageCms

TARGET = pathlib.Path(__file__).parents[1] / "resources/dev/netwright/runtime/picture"
HEIGHT, WIDTH = 17, 23


def colours():
    """Slopes, noise and an edge, so that every stage of a codec has something to do."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    values = np.stack([x * 11 % 256, y * 14 % 256, (x + y) * 6 % 256], -1)
    values[3:9, 4:15] = [250, 10, 30]
    noise = np.random.RandomState(0).randint(-20, 20, values.shape)
    return Image.fromarray(np.clip(values + noise, 0, 255).astype(np.uint8))


def inks():
    """Cyan, magenta, yellow and black, all of them in every strength."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    values = np.stack([x * 11, y * 14, (x + y) * 6, (2 * x + 3 * y) * 2], -1) % 256
    noise = np.random.RandomState(3).randint(-20, 20, values.shape)
    return Image.fromarray(np.clip(values + noise, 0, 255).astype(np.uint8), "CMYK")


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(bits, colour_type, rows):
    """A PNG of rows of bytes; Pillow doesn't write every depth."""
    width = len(rows[0]) * 8 // (bits * {0: 1, 2: 3}[colour_type])
    header = struct.pack(">IIBBBBB", width, len(rows), bits, colour_type, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def bmp(header, palette, data):
    offset = 14 + len(header) + len(palette)
    return b"BM" + struct.pack("<IHHI", offset + len(data), 0, 0, offset) + header + palette + data


def info_header(height, bits, compression, data, width=WIDTH):
    return struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, compression, len(data), 2835, 2835, 0, 0)


def hand_made(picture):
    """BMP in the forms that Pillow reads but doesn't write."""
    values = np.asarray(picture)
    padding = b"\0" * (-3 * WIDTH % 4)
    rows = [row[:, ::-1].tobytes() + padding for row in values]
    top_down = b"".join(rows)
    yield "top-down.bmp", bmp(info_header(-HEIGHT, 24, 0, top_down), b"", top_down)
    bottom_up = b"".join(rows[::-1])
    yield "core-header.bmp", bmp(struct.pack("<IHHHH", 12, WIDTH, HEIGHT, 1, 24), b"", bottom_up)
    wide = values.astype(np.uint16)
    packed = (wide[..., 0] >> 3) << 11 | (wide[..., 1] >> 2) << 5 | wide[..., 2] >> 3
    data = b"".join(row.tobytes() + b"\0" * (-2 * WIDTH % 4) for row in packed.astype("<u2")[::-1])
    masks = struct.pack("<III", 0xF800, 0x07E0, 0x001F)
    yield "masks-565.bmp", bmp(info_header(HEIGHT, 16, 3, data), masks, data)
    palette = b"".join(bytes((i, 255 - i, i // 2, 0)) for i in range(256))
    grey = np.asarray(picture.convert("L"))
    runs = b"".join(b"".join(bytes((1, value)) for value in row) + b"\0\0" for row in grey[::-1]) + b"\0\1"
    yield "run-length.bmp", bmp(info_header(HEIGHT, 8, 1, runs), palette, runs)


def written(picture):
    alpha = np.dstack([np.asarray(picture), np.random.RandomState(1).randint(0, 256, (HEIGHT, WIDTH))])
    with_alpha = Image.fromarray(alpha.astype(np.uint8), "RGBA")
    palette = picture.quantize(16)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    turned = Image.Exif()
    turned[274] = 6
    for subsampling, name in enumerate(("444", "422", "420")):
        yield f"{name}.jpg", picture, {"quality": 85, "subsampling": subsampling}
    yield "progressive.jpg", picture, {"quality": 85, "progressive": True}
    yield "grey.jpg", picture.convert("L"), {"quality": 85}
    yield "cmyk.jpg", picture.convert("CMYK"), {"quality": 85}
    yield "black.jpg", inks(), {"quality": 85}
    yield "black-progressive.jpg", inks(), {"quality": 85, "subsampling": 2, "progressive": True}
    yield "profile.jpg", picture, {"quality": 85, "icc_profile": profile}
    yield "turned.jpg", picture, {"quality": 85, "exif": turned}
    yield "colour.png", picture, {}
    yield "grey.png", picture.convert("L"), {}
    yield "one-bit.png", picture.convert("1"), {}
    yield "palette.png", palette, {}
    yield "palette-transparent.png", palette, {"transparency": 3}
    yield "colour-transparent.png", picture, {"transparency": (250, 10, 30)}
    yield "grey-alpha.png", with_alpha.convert("LA"), {}
    yield "colour-alpha.png", with_alpha, {}
    yield "profile.png", picture, {"icc_profile": profile}
    yield "colour.bmp", picture, {}
    yield "grey.bmp", picture.convert("L"), {}
    yield "one-bit.bmp", picture.convert("1"), {}
    yield "palette.bmp", palette, {}
    yield "alpha.bmp", with_alpha, {}


def segment(marker, content):
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def with_colours(jpeg, jfif, adobe, transform, is_jfif_first, numbers):
    """A JPEG picture whose own application segments are replaced and whose components have other numbers."""
    segments = [
        segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"[: jfif - 2]) if jfif else b"",
        segment(0xEE, (b"Adobe\0\x64\0\0\0\0" + bytes([transform]))[: adobe - 2]) if adobe else b"",
    ]
    changed = jpeg[:2] + b"".join(segments if is_jfif_first else segments[::-1])
    place = 2
    while jpeg[place + 1] != 0xD9:
        marker = jpeg[place + 1]
        end = place + 2 + struct.unpack(">H", jpeg[place + 2 : place + 4])[0]
        part = bytearray(jpeg[place:end])
        if marker == 0xC0:
            part[10 : 10 + 3 * len(numbers) : 3] = numbers
        if marker == 0xDA:
            part[5 : 5 + 2 * len(numbers) : 2] = numbers
            part += jpeg[end:-2]
            end = len(jpeg) - 2
        if not 0xE0 <= marker <= 0xEF:
            changed += part
        place = end
    return changed + jpeg[-2:]


def colour_lines():
    numbers_of = {
        "grey.jpg": [[1], [82]],
        "444.jpg": [[1, 2, 3], [82, 71, 66], [0, 1, 2], [114, 103, 98]],
        "black.jpg": [[1, 2, 3, 4], [67, 77, 89, 75]],
    }
    for name, numbers_of_it in numbers_of.items():
        jpeg = (TARGET / name).read_bytes()
        said = [(0, 0), (14, 0), (14, 1), (14, 2), (13, 0)]
        for jfif, (adobe, transform), numbers in itertools.product((0, 16, 9), said, numbers_of_it):
            for is_jfif_first in (True, False) if jfif == 16 and adobe == 14 else (True,):
                changed = with_colours(jpeg, jfif, adobe, transform, is_jfif_first, numbers)
                order = "jfif-first" if is_jfif_first else "adobe-first"
                yield " ".join(
                    [name, str(jfif), str(adobe), str(transform), order, ",".join(map(str, numbers))]
                    + sums(Image.open(io.BytesIO(changed)))
                )


def sums(picture):
    """The SHA-256 of luma and of planes."""
    rgb = np.ascontiguousarray(np.asarray(picture.convert("RGB")).transpose(2, 0, 1))
    return [hashlib.sha256(planes.tobytes()).hexdigest() for planes in (np.asarray(picture.convert("L")), rgb)]


def line(path):
    picture = Image.open(path)
    if picture.mode == "I":
        picture = Image.fromarray((np.asarray(picture) >> 8).astype(np.uint8))
    return " ".join([path.name, str(picture.height), str(picture.width), *sums(picture)])


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    picture = colours()
    names = []
    for name, image, options in written(picture):
        image.save(TARGET / name, **options)
        names.append(name)
    wide = np.random.RandomState(2).randint(0, 65536, (HEIGHT, WIDTH, 3)).astype(">u2")
    rows = {
        "colour-16-bit.png": png(16, 2, [row.tobytes() for row in wide]),
        "grey-16-bit.png": png(16, 0, [row.tobytes() for row in wide[..., 0]]),
        "grey-2-bit.png": png(2, 0, [bytes((0x1B, 0xE4, 0x72))] * 5),
        **dict(hand_made(picture)),
    }
    for name, content in rows.items():
        (TARGET / name).write_bytes(content)
        names.append(name)
    lines = ["# name height width sha256OfGrey sha256OfRgb", *(line(TARGET / name) for name in names)]
    (TARGET / "pillow.txt").write_text("\n".join(lines) + "\n")
    head = "# picture jfifLength adobeLength transform order numbers sha256OfGrey sha256OfRgb"
    (TARGET / "jpeg-colours.txt").write_text("\n".join([head, *colour_lines()]) + "\n")


if __name__ == "__main__":
    main()

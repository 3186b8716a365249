"""Fast tests of learning from a larger reader; they need neither data nor weights."""

import copy
import pathlib
import sys

import torch

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from reader import mpnet, windows  # noqa: E402
from reader.model import Reader  # noqa: E402
from reader.teaching import Teacher  # noqa: E402
from test_reader import DOCUMENT, Letters, small  # noqa: E402


def test_buckets_of_distances():
    table = mpnet.buckets(300)
    assert table.diagonal().eq(0).all()
    assert table[0, 1] == 17 and table[1, 0] == 1  # what follows has the upper half
    assert table[7, 0] == 7 and table[8, 0] == table[9, 0] == 8  # single places, then ever wider ones
    assert table[299, 0] == 15 and table[0, 299] == 31
    assert (table[1:, 0].diff() >= 0).all()


def test_the_larger_encoder_does_not_see_what_only_fills_a_batch():
    torch.manual_seed(2)
    encoder = mpnet.TeacherEncoder(width=24, layers=2, inner=48).eval()
    pieces = torch.randint(1000, 2000, (1, 9))
    shapes = torch.randint(0, 8, (1, 9))
    alone = encoder(pieces, shapes, torch.tensor([9]))
    filled = encoder(
        torch.nn.functional.pad(pieces, (0, 5)), torch.nn.functional.pad(shapes, (0, 5)), torch.tensor([9]))
    assert torch.allclose(alone, filled[:, :9], atol=1e-5)


def test_a_student_learns_to_judge_as_its_teacher():
    student, labels = small()
    torch.manual_seed(3)
    taught = Reader(mpnet.TeacherEncoder(width=24, layers=1, inner=48), labels)
    for parameter in taught.parameters():
        torch.nn.init.normal_(parameter, std=0.2)
    teacher = Teacher(taught, student.encoder.width)
    tensors = windows.collate(windows.windows([DOCUMENT], Letters(), limit=40), labels)
    before = {k: v.clone() for k, v in teacher.reader.state_dict().items()}
    optimizer = torch.optim.Adam([*student.parameters(), *teacher.likeness.parameters()], lr=2e-3)
    sums = []
    for _ in range(60):
        losses = teacher.losses(student, tensors, student.words(tensors)[1])
        assert all(v.item() > -1e-5 for v in losses.values())
        loss = sum(losses.values())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        sums.append({k: v.item() for k, v in losses.items()})
    assert {k: (sums[0][k], sums[-1][k]) for k in sums[0] if sums[-1][k] > 0.7 * sums[0][k]} == {}
    assert all(torch.equal(v, before[k]) for k, v in teacher.reader.state_dict().items())


def test_who_judges_alike_has_nothing_to_learn():
    student, labels = small()
    tensors = windows.collate(windows.windows([DOCUMENT], Letters(), limit=40), labels)
    losses = Teacher(copy.deepcopy(student), student.encoder.width).losses(student, tensors, student.words(tensors)[1])
    assert all(abs(float(v)) < 1e-4 for k, v in losses.items() if k != "hidden")

// Verifies a log with Go's own code for transparency logs, then tampers with what it got and expects to be told so.
//
// usage: verify ADDRESS LOG ENTRY "KEY KEY…"; an operator's key in COUNTERSIGN_KEY
package main

import (
	"crypto/ecdsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

var verified, refused int

func fail(what string, err error) {
	fmt.Printf("%s: %v\n", what, err)
	os.Exit(1)
}

func must(what string, err error) {
	if err != nil {
		fail(what, err)
	}
	verified++
}

func mustNot(what string, err error) {
	if err == nil {
		fail(what, fmt.Errorf("tampering was not noticed"))
	}
	refused++
}

// ecdsaVerifier is for type 2 of C2SP's signed-note, which x/mod does not have.
type ecdsaVerifier struct {
	name string
	hash uint32
	key  *ecdsa.PublicKey
}

func (v ecdsaVerifier) Name() string    { return v.name }
func (v ecdsaVerifier) KeyHash() uint32 { return v.hash }
func (v ecdsaVerifier) Verify(msg, sig []byte) bool {
	digest := sha256.Sum256(msg)
	return ecdsa.VerifyASN1(v.key, digest[:], sig)
}

func verifier(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil {
		return nil, err
	}
	if key[0] == 1 {
		return note.NewVerifier(vkey)
	}
	public, err := x509.ParsePKIXPublicKey(key[1:])
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(key[1:])
	id := binary.BigEndian.Uint32(sum[:4])
	if fmt.Sprintf("%08x", id) != parts[1] {
		return nil, fmt.Errorf("key id %08x is not %s", id, parts[1])
	}
	return ecdsaVerifier{parts[0], id, public.(*ecdsa.PublicKey)}, nil
}

type client struct{ address, log, key string }

func (c client) get(path string) ([]byte, error) {
	request, err := http.NewRequest("GET", c.address+path, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+c.key)
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != 200 {
		err = fmt.Errorf("%s: %d %s", path, answer.StatusCode, body)
	}
	return body, err
}

func (c client) object(path string) map[string]any {
	body, err := c.get(path)
	if err != nil {
		fail("fetching", err)
	}
	var object map[string]any
	if err := json.Unmarshal(body, &object); err != nil {
		fail("reading", err)
	}
	return object
}

// Height, ReadTiles and SaveTiles make the client a tlog.TileReader over tlog-tiles; spoil changes a bit of each tile.
type tiles struct {
	client
	spoil int
}

func (t tiles) Height() int { return tileHeight }
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		path := strings.TrimPrefix(tile.Path(), "tile/"+strconv.Itoa(tileHeight)+"/")
		data, err := t.get("/log/" + t.log + "/tile/" + path)
		if err != nil {
			return nil, err
		}
		if t.spoil >= 0 {
			data[t.spoil%len(data)] ^= 1 << (t.spoil % 8)
		}
		all = append(all, data)
	}
	return all, nil
}
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func readTree(text string) (tlog.Tree, error) {
	lines := strings.Split(text, "\n")
	if len(lines) != 4 {
		return tlog.Tree{}, fmt.Errorf("a checkpoint has three lines")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

func hash(text any) tlog.Hash {
	parsed, err := tlog.ParseHash(text.(string))
	if err != nil {
		fail("hash", err)
	}
	return parsed
}

func hashes(list any) []tlog.Hash {
	var all []tlog.Hash
	for _, one := range list.([]any) {
		all = append(all, hash(one))
	}
	return all
}

func leaf(c client, index int64) []byte {
	tile := tlog.Tile{H: tileHeight, L: 0, N: index / 256, W: int(index%256) + 1}
	path := strings.TrimPrefix(tile.Path(), "tile/8/0/")
	bundle, err := c.get("/log/" + c.log + "/tile/entries/" + path)
	if err != nil {
		fail("entries", err)
	}
	var entry []byte
	for len(bundle) > 0 {
		length := int(binary.BigEndian.Uint16(bundle))
		entry, bundle = bundle[2:2+length], bundle[2+length:]
	}
	return entry
}

// checkNote opens the note by each key alone, then with bytes of it changed.
func checkNote(raw []byte, keys []note.Verifier) *note.Note {
	var opened *note.Note
	for _, key := range keys {
		var err error
		opened, err = note.Open(raw, note.VerifierList(key))
		must("checkpoint by "+key.Name(), err)
		for i := 0; i < len(raw); i += 7 {
			changed := append([]byte{}, raw...)
			changed[i] ^= 1
			again, err := note.Open(changed, note.VerifierList(key))
			// A change in somebody else's signature line is not this key's concern.
			if err == nil && again.Text == opened.Text {
				continue
			}
			mustNot("changed checkpoint", err)
		}
	}
	return opened
}

func checkInclusion(c client, entry string, tree tlog.Tree) {
	answer := c.object("/v1/log/inclusion?entry=" + entry + "&size=" + strconv.FormatInt(tree.N, 10))
	index := int64(answer["leaf_index"].(float64))
	proof := tlog.RecordProof(hashes(answer["inclusion_path"]))
	record := tlog.RecordHash(leaf(c, index))
	must("inclusion", tlog.CheckRecord(proof, tree.N, tree.Hash, index, record))
	for i := range proof {
		for bit := 0; bit < 256; bit += 37 {
			changed := append(tlog.RecordProof{}, proof...)
			changed[i][bit/8] ^= 1 << (bit % 8)
			mustNot("changed inclusion proof", tlog.CheckRecord(changed, tree.N, tree.Hash, index, record))
		}
	}
	other := tlog.RecordHash(append(leaf(c, index), ' '))
	mustNot("changed entry", tlog.CheckRecord(proof, tree.N, tree.Hash, index, other))
}

func checkConsistency(c client, tree tlog.Tree, hashes_ tlog.HashReader) {
	for _, older := range []int64{1, 2, tree.N / 2, tree.N - 1, tree.N} {
		answer := c.object(fmt.Sprintf("/v1/log/consistency?from=%d&to=%d", older, tree.N))
		var proof tlog.TreeProof
		if answer["consistency_path"] != nil {
			proof = hashes(answer["consistency_path"])
		}
		root, err := tlog.TreeHash(older, hashes_)
		must("older root from tiles", err)
		must("consistency", tlog.CheckTree(proof, tree.N, tree.Hash, older, root))
		for i := range proof {
			changed := append(tlog.TreeProof{}, proof...)
			changed[i][31] ^= 1
			mustNot("changed consistency proof", tlog.CheckTree(changed, tree.N, tree.Hash, older, root))
		}
		forked := root
		forked[0] ^= 1
		mustNot("fork", tlog.CheckTree(proof, tree.N, tree.Hash, older, forked))
	}
}

// checkFile reads a tlog-proof file.
func checkFile(c client, entry string, keys []note.Verifier) {
	file, err := c.get("/v1/log/proof/" + entry)
	if err != nil {
		fail("proof file", err)
	}
	head, checkpoint, _ := strings.Cut(string(file), "\n\n")
	lines := strings.Split(head, "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		fail("proof file", fmt.Errorf("unknown header %q", lines[0]))
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil {
		fail("proof file", err)
	}
	var proof tlog.RecordProof
	for _, line := range lines[2:] {
		proof = append(proof, hash(line))
	}
	opened, err := note.Open([]byte(checkpoint), note.VerifierList(keys...))
	must("the file's checkpoint", err)
	tree, err := readTree(opened.Text)
	must("the file's tree", err)
	must("the file's proof", tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(leaf(c, index))))
	mustNot("another place", tlog.CheckRecord(proof, tree.N, tree.Hash, index-1, tlog.RecordHash(leaf(c, index))))
}

func main() {
	c := client{os.Args[1], os.Args[2], os.Getenv("COUNTERSIGN_KEY")}
	entry := os.Args[3]
	var keys []note.Verifier
	for _, vkey := range strings.Fields(os.Args[4]) {
		key, err := verifier(vkey)
		if err != nil {
			fail("key", err)
		}
		keys = append(keys, key)
	}
	raw, err := c.get("/log/" + c.log + "/checkpoint")
	if err != nil {
		fail("checkpoint", err)
	}
	opened := checkNote(raw, keys)
	tree, err := readTree(opened.Text)
	must("tree", err)
	reader := tlog.TileHashReader(tree, tiles{c, -1})
	root, err := tlog.TreeHash(tree.N, reader)
	must("tiles", err)
	if root != tree.Hash {
		fail("tiles", fmt.Errorf("another root"))
	}
	for spoil := 0; spoil < 64; spoil++ {
		_, err := tlog.TreeHash(tree.N, tlog.TileHashReader(tree, tiles{c, spoil * 5}))
		mustNot("changed tile", err)
	}
	checkInclusion(c, entry, tree)
	checkConsistency(c, tree, reader)
	checkFile(c, entry, keys)
	fmt.Printf("{\"verified\":%d,\"refused\":%d}\n", verified, refused)
}
